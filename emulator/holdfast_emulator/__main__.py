"""``python -m holdfast_emulator --port N``: start the emulator, say when it serves, stop when told to."""

from __future__ import annotations

import sys

if sys.version_info < (3, 10):  # noqa: UP036  (whoever starts this may have any Python)
    sys.stderr.write("The emulator needs Python 3.10 or newer; this is Python %d.%d.\n" % sys.version_info[:2])  # noqa: UP031
    sys.exit(2)

import argparse
import json
import os
import signal
import threading
from pathlib import Path

from .engine.hosts import DEFAULT_ENDPOINT_HOSTS
from .environment import configure_moto
from .server import Server, listen
from .versions import UnusableMoto, require_moto

CANNOT_START = 2


def main() -> int:
    options = _options()
    try:
        version = require_moto()
        listener = listen(options.host, options.port)
    except UnusableMoto as problem:
        return _cannot_start(str(problem))
    except OSError as problem:
        address = f"{options.host}:{options.port}"
        return _cannot_start(f"The emulator cannot listen on {address} ({problem.strerror}); choose another --port.")
    port = listener.getsockname()[1]
    configure_moto(port)
    try:
        # Only now: importing moto reads the environment.
        from .application import create_emulator
        from .services.route53_zones import add_hosted_zone
    except ImportError as problem:
        return _cannot_start(
            f"The emulator cannot load moto {version} ({problem}); install it with: "
            f"python -m pip install 'moto[server]=={version}'"
        )
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        emulator = create_emulator(
            options.log,
            (*DEFAULT_ENDPOINT_HOSTS, *options.endpoint_host),
            authorization=options.authorization,
            decisions=options.decisions,
            model_checks=options.model_checks,
        )
    except OSError as problem:
        return _cannot_start(f"The emulator cannot write the record {problem.filename} ({problem.strerror}).")
    for zone_id, name in options.hosted_zone:
        add_hosted_zone(zone_id, name)
    server = Server(listener, emulator)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 60}, daemon=True).start()
    if options.stop_with_stdin:
        threading.Thread(target=_stop_at_end_of_stdin, args=(stop,), daemon=True).start()
    print(json.dumps({"event": "ready", "port": port, "moto": version}), flush=True)
    # moto prints remarks; the ready line stays the only thing on standard output.
    sys.stdout = sys.stderr
    stop.wait()
    sys.stderr.flush()
    # Not sys.exit: open connections and moto's threads must not hold up the end, and there is nothing to save.
    os._exit(0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="holdfast_emulator",
        description="An AWS on this machine: moto with what the Holdfast stacks need on top.",
    )
    parser.add_argument("--port", type=int, required=True, help="port to listen on; 0 picks a free one")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--log", type=Path, metavar="FILE", help="write one JSON line per request to FILE")
    parser.add_argument(
        "--decisions", type=Path, metavar="FILE", help="write one JSON line per decision of IAM to FILE"
    )
    parser.add_argument(
        "--no-authorization",
        dest="authorization",
        action="store_false",
        help="let everybody do everything: IAM's policies are kept, and not enforced",
    )
    parser.add_argument(
        "--endpoint-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a further host name that clients use in AWS_ENDPOINT_URL, besides aws.test",
    )
    parser.add_argument(
        "--hosted-zone",
        action="append",
        default=[],
        metavar="ID=NAME",
        type=_hosted_zone,
        help="a public hosted zone of Route 53 that is there from the start",
    )
    parser.add_argument(
        "--no-model-checks",
        dest="model_checks",
        action="store_false",
        help="do not refuse what AWS's own service models refuse",
    )
    parser.add_argument(
        "--stop-with-stdin",
        action="store_true",
        help="stop when standard input ends, so that the emulator cannot outlive whoever started it",
    )
    return parser.parse_args()


def _hosted_zone(text: str) -> tuple[str, str]:
    zone_id, _, name = text.partition("=")
    if not zone_id or not name:
        raise argparse.ArgumentTypeError(f"'{text}' is not of the form ID=NAME, such as Z0123456789=example.com")
    return zone_id, name


def _stop_at_end_of_stdin(stop: threading.Event) -> None:
    # os.read, not sys.stdin: no buffering, and no lock that the end of the process would wait for.
    while os.read(0, 4096):
        pass
    stop.set()


def _cannot_start(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT_START


if __name__ == "__main__":
    sys.exit(main())
