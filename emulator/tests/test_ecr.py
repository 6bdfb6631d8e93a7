"""ECR: tags that stay, documents that are checked, images that arrive elsewhere."""

from __future__ import annotations

import json
from typing import Any

from support import ACCOUNT, EmulatorTest, client


def manifest(name: str) -> str:
    config = {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1, "digest": f"sha256:{name}"}
    kind = "application/vnd.docker.distribution.manifest.v2+json"
    return json.dumps({"schemaVersion": 2, "mediaType": kind, "config": config, "layers": []})


class Registry(EmulatorTest):
    def setUp(self) -> None:
        self.ecr = client("ecr")

    def repository(self, **more: Any) -> str:
        name = self.name("app/web")
        return self.ecr.create_repository(**{"repositoryName": name, **more})["repository"]["repositoryName"]

    def test_immutable_tag_stays(self) -> None:
        name = self.repository(imageTagMutability="IMMUTABLE")
        self.ecr.put_image(repositoryName=name, imageManifest=manifest("a"), imageTag="v1")
        with self.assertRefused("ImageTagAlreadyExistsException"):
            self.ecr.put_image(repositoryName=name, imageManifest=manifest("b"), imageTag="v1")
        self.ecr.put_image(repositoryName=name, imageManifest=manifest("b"), imageTag="v2")
        with self.assertRefused("RepositoryNotEmptyException"):
            self.ecr.delete_repository(repositoryName=name)

    def test_bad_repository_is_refused(self) -> None:
        key = client("kms", "us-west-2").create_key()["KeyMetadata"]["Arn"]
        cases: list[tuple[dict[str, Any], str]] = [
            ({"repositoryName": "Upper"}, "InvalidParameterException"),
            ({"encryptionConfiguration": {"encryptionType": "KMS", "kmsKey": key}}, "KmsException"),
            ({"encryptionConfiguration": {"encryptionType": "AES256", "kmsKey": key}}, "InvalidParameterException"),
        ]
        for wanted, code in cases:
            with self.subTest(wanted), self.assertRefused(code):
                self.repository(**wanted)

    def test_scanning_can_be_changed(self) -> None:
        name = self.repository(imageScanningConfiguration={"scanOnPush": True})
        self.ecr.put_image_scanning_configuration(repositoryName=name, imageScanningConfiguration={"scanOnPush": False})
        told = self.ecr.describe_repositories(repositoryNames=[name])["repositories"][0]
        self.assertFalse(told["imageScanningConfiguration"]["scanOnPush"])

    def test_lifecycle_policies(self) -> None:
        name = self.repository()

        def put(*selections: dict[str, Any], priorities: tuple[int, ...] = (1, 2)) -> None:
            rules = [
                {"rulePriority": priority, "selection": selection, "action": {"type": "expire"}}
                for priority, selection in zip(priorities, selections, strict=False)
            ]
            self.ecr.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=json.dumps({"rules": rules}))

        count = {"countType": "imageCountMoreThan", "countNumber": 30}
        tagged = {"tagStatus": "tagged", "tagPatternList": ["v*"], **count}
        anything = {"tagStatus": "any", **count}
        put(tagged, anything)
        bad: list[tuple[list[dict[str, Any]], tuple[int, ...], str]] = [
            ([tagged, tagged], (1, 1), "differ"),
            ([anything, tagged], (1, 2), "highest"),
            ([{"tagStatus": "tagged", **count}], (1,), "prefixes or patterns"),
            ([{**anything, "countUnit": "days"}], (1,), "countUnit"),
            ([{**anything, "countNumber": 0}], (1,), "countNumber"),
            ([{**anything, "tagStatus": "old"}], (1,), "tagStatus"),
        ]
        for selections, priorities, text in bad:
            with self.subTest(text), self.assertRefused("InvalidParameterException", text):
                put(*selections, priorities=priorities)

    def test_policies_are_json(self) -> None:
        with self.assertRefused("InvalidParameterException", "JSON"):
            self.ecr.set_repository_policy(repositoryName=self.repository(), policyText="{")
        with self.assertRefused("InvalidParameterException", "JSON"):
            self.ecr.put_registry_policy(policyText="{")

    def test_images_arrive_elsewhere(self) -> None:
        prefix = self.name("team")
        rules = [
            {
                "destinations": [{"region": region, "registryId": ACCOUNT}],
                "repositoryFilters": [{"filter": prefix, "filterType": "PREFIX_MATCH"}],
            }
            for region in ("us-west-2", "eu-west-1")
        ]
        self.ecr.put_replication_configuration(replicationConfiguration={"rules": rules})
        self.assertEqual(self.ecr.describe_registry()["replicationConfiguration"]["rules"], rules)
        name = self.repository(repositoryName=f"{prefix}/web")
        self.ecr.put_image(repositoryName=name, imageManifest=manifest("a"), imageTag="v1")
        arrived = client("ecr", "us-west-2").describe_images(repositoryName=name)["imageDetails"]
        self.assertEqual([image["imageTags"] for image in arrived], [["v1"]])

    def test_registry_is_no_destination_of_itself(self) -> None:
        rules = [{"destinations": [{"region": "us-east-1", "registryId": ACCOUNT}]}]
        with self.assertRefused("InvalidParameterException", "same"):
            self.ecr.put_replication_configuration(replicationConfiguration={"rules": rules})
