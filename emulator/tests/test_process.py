"""The program: how it starts, what it says, how it ends."""

from __future__ import annotations

import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest import mock

from holdfast_emulator import versions

EMULATOR = Path(__file__).resolve().parent.parent


def command(*options: str, python: tuple[str, ...] = ()) -> list[str]:
    return [sys.executable, *python, "-m", "holdfast_emulator", *options]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(EMULATOR)}


class Process(unittest.TestCase):
    def start(self, *options: str, **more: Any) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command(*options),
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **more,
        )
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process: subprocess.Popen[str]) -> None:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe
            pipe.close()

    def fail_to_start(self, *options: str, python: tuple[str, ...] = ()) -> str:
        ended = subprocess.run(
            command(*options, python=python), env=environment(), capture_output=True, text=True, timeout=30
        )
        self.assertEqual(ended.returncode, 2, ended.stderr)
        self.assertEqual(ended.stdout, "")
        self.assertEqual(len(ended.stderr.splitlines()), 1, ended.stderr)
        return ended.stderr

    def ready(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        assert process.stdout
        return json.loads(process.stdout.readline())

    def test_ready_line_names_the_port_that_serves(self) -> None:
        told = self.ready(self.start("--port", "0"))
        self.assertEqual(told["event"], "ready")
        self.assertTrue(versions.tested_range().includes(told["moto"]))
        with closing(http.client.HTTPConnection("127.0.0.1", told["port"], timeout=10)) as connection:
            connection.request("GET", "/_holdfast/requests")
            self.assertEqual(connection.getresponse().status, 200)

    def test_start_takes_less_than_three_seconds_of_a_cpu(self) -> None:
        # Not of a clock, which would measure what else the machine does.
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = self.start("--port", "0")
        self.ready(process)
        process.kill()
        process.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertLess(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 3)

    def test_stops_with_stdin(self) -> None:
        process = self.start("--port", "0", "--stop-with-stdin")
        self.ready(process)
        assert process.stdin
        process.stdin.close()
        self.assertEqual(process.wait(timeout=5), 0)

    def test_outlives_stdin_unless_told(self) -> None:
        process = self.start("--port", "0")
        self.ready(process)
        assert process.stdin
        process.stdin.close()
        with self.assertRaises(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)

    def test_signals_end_it_with_code_0(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number):
                process = self.start("--port", "0")
                self.ready(process)
                process.send_signal(number)
                self.assertEqual(process.wait(timeout=5), 0)

    def test_port_in_use(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.assertIn(f"cannot listen on 127.0.0.1:{port}", self.fail_to_start("--port", str(port)))

    def test_log_that_cannot_be_written(self) -> None:
        self.assertIn("cannot write the record /nowhere/log", self.fail_to_start("--port", "0", "--log", "/nowhere/log"))

    def test_moto_missing(self) -> None:
        # -S leaves out the folder with the installed packages.
        self.assertIn("pip install 'moto[server]==", self.fail_to_start("--port", "0", python=("-S",)))

    def test_request_log(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            log = Path(folder, "requests.jsonl")
            port = self.ready(self.start("--port", "0", "--log", str(log)))["port"]
            scope = "AWS4-HMAC-SHA256 Credential=test/20250101/us-west-2/ssm/aws4_request, Signature=x"
            headers = {
                "Authorization": scope,
                "X-Amz-Target": "AmazonSSM.GetParameter",
                "Content-Type": "application/x-amz-json-1.1",
            }
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
                connection.request("POST", "/", body='{"Name": "/none"}', headers=headers)
                connection.getresponse().read()
            line = json.loads(log.read_text(encoding="utf-8"))
        expected = {"service": "ssm", "operation": "GetParameter", "region": "us-west-2", "status": 400}
        self.assertEqual(line, {**line, **expected})
        self.assertEqual(line["error"], "ParameterNotFound")
        self.assertGreater(line["t"], 0)
        self.assertGreater(line["ms"], 0)


class Versions(unittest.TestCase):
    def test_requirements_pin_the_pinned_version(self) -> None:
        pinned = f"moto[server]=={versions.tested_range().pinned}"
        self.assertIn(pinned, (EMULATOR / "requirements.txt").read_text(encoding="utf-8").splitlines())

    def test_pinned_version_is_in_the_range(self) -> None:
        tested = versions.tested_range()
        self.assertTrue(tested.includes(tested.pinned))

    def test_ends_of_the_range_are_in_it_and_their_neighbours_are_not(self) -> None:
        tested = versions.TestedRange("5.2.1", "5.2.5", "5.2.1")
        self.assertEqual(
            [tested.includes(version) for version in ("5.2.0", "5.2.1", "5.2.5", "5.2.6", "5.10.0")],
            [False, True, True, False, False],
        )

    def test_other_version_is_refused(self) -> None:
        with mock.patch("importlib.metadata.version", return_value="4.0.0"):
            self.assertRaisesRegex(versions.UnusableMoto, "4.0.0 is installed", versions.require_moto)
