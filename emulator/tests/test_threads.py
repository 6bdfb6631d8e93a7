"""Terraform asks for many things at once; the emulator decides on one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from botocore.exceptions import ClientError
from support import EmulatorTest, client


class Threads(EmulatorTest):
    def test_only_one_of_many_gets_the_port(self) -> None:
        balancer = self.load_balancer(self.network())

        def create(_: int) -> str:
            try:
                return self.listener(balancer, Port=80)
            except ClientError as error:
                return error.response["Error"]["Code"]

        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(create, range(8)))
        self.assertEqual(results.count("DuplicateListener"), 7, results)

    def test_readers_and_writers_do_not_disturb_each_other(self) -> None:
        ec2 = client("ec2")

        def work(number: int) -> int:
            if number % 2:
                ec2.create_security_group(GroupName=self.name(), Description="test")
            return ec2.describe_security_groups()["ResponseMetadata"]["HTTPStatusCode"]

        with ThreadPoolExecutor(8) as pool:
            self.assertEqual(set(pool.map(work, range(40))), {200})
