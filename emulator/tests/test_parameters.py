"""Parameter Store: the sizes of the tiers are AWS's (User Guide, "Managing parameter tiers")."""

from __future__ import annotations

from support import EmulatorTest, client


class Tiers(EmulatorTest):
    def setUp(self) -> None:
        self.parameter = f"/{self.name('parameter')}"

    def put(self, size: int, tier: str | None = None) -> None:
        wanted = {"Tier": tier} if tier else {}
        client("ssm").put_parameter(Name=self.parameter, Value="v" * size, Type="String", Overwrite=True, **wanted)

    def test_a_value_that_fits_its_tier(self) -> None:
        for size, tier in ((4096, None), (4096, "Standard"), (8192, "Intelligent-Tiering"), (8192, "Advanced")):
            with self.subTest(size=size, tier=tier):
                self.put(size, tier)

    def test_a_value_that_is_too_long(self) -> None:
        for size, tier, limit in ((4097, None, "4096"), (4097, "Standard", "4096"), (8193, "Advanced", "8192")):
            with self.subTest(size=size, tier=tier), self.assertRefused("ValidationException", limit):
                self.put(size, tier)

    def test_an_advanced_parameter_stays_advanced(self) -> None:
        self.put(5000, "Advanced")
        self.put(5000)
        with self.assertRefused("ValidationException", "can't downgrade"):
            self.put(1, "Standard")

    def test_intelligent_tiering_decides_by_size(self) -> None:
        for size, tier in ((10, "Standard"), (4097, "Advanced"), (10, "Advanced")):
            with self.subTest(size=size):
                self.put(size, "Intelligent-Tiering")
                asked = [{"Key": "Name", "Values": [self.parameter]}]
                (told,) = client("ssm").describe_parameters(ParameterFilters=asked)["Parameters"]
                self.assertEqual(told["Tier"], tier)

    def test_bytes_count(self) -> None:
        with self.assertRefused("ValidationException", "4096"):
            client("ssm").put_parameter(Name=self.parameter, Value="\u00e9" * 2049, Type="String")


class Patterns(EmulatorTest):
    """AllowedPattern of PutParameter: "A regular expression used to validate the parameter value"."""

    def setUp(self) -> None:
        self.parameter = f"/{self.name('parameter')}"
        client("ssm").put_parameter(
            Name=self.parameter, Value="us-east-1", Type="String", AllowedPattern="^(us-east-1|us-west-2)$"
        )

    def test_a_value_that_matches(self) -> None:
        client("ssm").put_parameter(Name=self.parameter, Value="us-west-2", Overwrite=True)
        self.assertEqual(client("ssm").get_parameter(Name=self.parameter)["Parameter"]["Value"], "us-west-2")

    def test_one_that_does_not_match_is_refused_and_changes_nothing(self) -> None:
        for value in ("us-west2", "us-west-22", "x us-west-2"):
            with self.subTest(value=value), self.assertRefused("ParameterPatternMismatchException", "us-west-2"):
                client("ssm").put_parameter(Name=self.parameter, Value=value, Overwrite=True)
        self.assertEqual(client("ssm").get_parameter(Name=self.parameter)["Parameter"]["Value"], "us-east-1")
