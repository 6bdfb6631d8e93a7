"""Stands in for the AWS CLI in the drill, with what the emulator's Python has anyway: boto3, botocore and jmespath.

    python aws.py SERVICE OPERATION [--parameter value ...] [--region R] [--query JMESPATH] [--output json|text]
    python aws.py SERVICE wait WAITER [--parameter value ...]
    python aws.py s3 sync s3://FROM s3://TO --source-region R --region R
    python aws.py s3 cp FILE s3://TO --region R, or s3://FROM - --region R
    python aws.py --serve

All but the last are what an operator types, so that the drill runs the runbook's commands as they stand there, and needs
no AWS CLI on the machine. The last answers one request per line for the drill itself: {"id", "service", "operation",
"region", "parameters"} becomes {"id", "output"} or {"id", "error", "message"}; with "spelling": "states" names are spelled
as Step Functions spells them, after AWS's Java SDK (DbSnapshots, not DBSnapshots), in both.
"""

import datetime
import json
import re
import shutil
import sys

import boto3
import boto3.exceptions
import botocore.exceptions
import jmespath
from botocore import xform_name

# The CLI's names of services that are others than boto3's.
CLIENTS = {"s3api": "s3"}
PLAIN = {"string", "timestamp", "blob"}


def jsonable(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if hasattr(value, "read"):
        return value.read().decode("utf-8", "replace")
    raise TypeError(f"no JSON for {type(value)}")


def answer(client, operation, parameters):
    output = getattr(client, xform_name(operation))(**parameters)
    output.pop("ResponseMetadata", None)
    return json.loads(json.dumps(output, default=jsonable))


def java_name(name):
    words = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+", name)
    return "".join(word[:1].upper() + word[1:].lower() for word in words)


def respell(shape, value, name_of):
    """Renames the members of structures; the keys of maps are data."""
    if shape.type_name == "structure" and isinstance(value, dict):
        renamed = {name_of(shape, key): (key, one) for key, one in value.items()}
        return {new: respell(member_of(shape, old), one, name_of) for new, (old, one) in renamed.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [respell(shape.member, one, name_of) for one in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {key: respell(shape.value, one, name_of) for key, one in value.items()}
    return value


def botocore_name(shape, key):
    for name in shape.members:
        if name.lower() == key.lower():
            return name
    raise ValueError(f"{shape.name} has no {key}")


def member_of(shape, key):
    return shape.members[botocore_name(shape, key)]


def states_answer(client, operation, parameters):
    """As a task of Step Functions asks: operations begin with a small letter, and names are AWS's Java SDK's."""
    operation = next(name for name in client.meta.service_model.operation_names if name.lower() == operation.lower())
    model = client.meta.service_model.operation_model(operation)
    output = answer(client, operation, respell(model.input_shape, parameters, botocore_name))
    return respell(model.output_shape, output, lambda _, key: java_name(key)) if model.output_shape else output


def typed(shape, words):
    """The words after a flag as the operation wants them: JSON, a list of words, Key=k,Value=v, or the word itself."""
    kind = shape.type_name
    text = words[0] if words else "true"
    if kind in ("structure", "map") or (kind == "list" and shape.member.type_name in ("structure", "map")):
        if text[:1] in "[{":
            return json.loads(text)
        pairs = [dict(part.split("=", 1) for part in re.split(r",(?=[A-Za-z]+=)", word)) for word in words]
        return pairs if kind == "list" else pairs[0]
    if kind == "list":
        return [typed(shape.member, [word]) for word in (json.loads(text) if text.startswith("[") else words)]
    if kind in ("integer", "long"):
        return int(text)
    if kind in ("float", "double"):
        return float(text)
    return text if kind in PLAIN else text == "true"


def flags_of(words):
    found, name = {}, None
    for word in words:
        if word.startswith("--"):
            name = word[2:]
            found[name] = []
        elif name is None:
            raise SystemExit(f"aws: what is {word!r}?")
        else:
            found[name].append(word)
    return found


def parameters_of(client, operation, flags):
    members = client.meta.service_model.operation_model(operation).input_shape.members
    by_flag = {xform_name(name, "-"): (name, shape) for name, shape in members.items()}
    parameters = {}
    for flag, words in flags.items():
        positive = flag[3:] if flag not in by_flag and flag.startswith("no-") else flag
        if positive not in by_flag:
            raise SystemExit(f"aws: {operation} has no --{flag}")
        name, shape = by_flag[positive]
        parameters[name] = typed(shape, words or ["true" if positive == flag else "false"])
    return parameters


def operation_of(client, word):
    for operation in client.meta.service_model.operation_names:
        if xform_name(operation, "-") == word:
            return operation
    raise SystemExit(f"aws: {client.meta.service_model.service_name} has no operation {word}")


def show(output, query, form):
    value = jmespath.search(query, output) if query else output
    if form != "text":
        print(json.dumps(value, indent=4))
        return
    rows = value if isinstance(value, list) else [value]
    for row in rows:
        print("\t".join("None" if one is None else str(one) for one in (row if isinstance(row, list) else [row])))


def sync(source, target, *rest):
    """aws s3 sync s3://FROM s3://TO --source-region R --region R: whatever is not there yet, or is another."""
    flags = flags_of(rest)
    here = boto3.client("s3", region_name=flags["source-region"][0])
    there = boto3.client("s3", region_name=flags["region"][0])
    source, target = (name.removeprefix("s3://") for name in (source, target))
    tags = {bucket: {} for bucket in (source, target)}
    for client, bucket in ((here, source), (there, target)):
        for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket):
            tags[bucket].update((one["Key"], one["ETag"]) for one in page.get("Contents", []))
    for key, tag in tags[source].items():
        if tags[target].get(key) != tag:
            there.copy_object(Bucket=target, Key=key, CopySource={"Bucket": source, "Key": key})
            print(f"copy: s3://{source}/{key} to s3://{target}/{key}")


def copy(source, target, *rest):
    """aws s3 cp FILE s3://TO, and s3://FROM - to standard output; in parts where it is large, as the CLI does."""
    client = boto3.client("s3", region_name=flags_of(rest)["region"][0])
    place = target if target.startswith("s3://") else source
    bucket, _, key = place.removeprefix("s3://").partition("/")
    if place == target:
        return client.upload_file(source, bucket, key)
    client.head_object(Bucket=bucket, Key=key)
    shutil.copyfileobj(client.get_object(Bucket=bucket, Key=key)["Body"], sys.stdout.buffer)
    return None


def command_line(words):
    if len(words) < 2:
        raise SystemExit("aws: a service and an operation are needed")
    if words[:2] == ["s3", "sync"]:
        return sync(*words[2:])
    if words[:2] == ["s3", "cp"]:
        try:
            return copy(*words[2:])
        except (botocore.exceptions.ClientError, boto3.exceptions.Boto3Error) as error:
            raise SystemExit(f"\nfatal error: {error}") from error
    service, operation, *rest = words
    waiter = rest.pop(0) if operation == "wait" else None
    flags = flags_of(rest)
    region, query, form = (flags.pop(name, [None])[0] for name in ("region", "query", "output"))
    client = boto3.client(CLIENTS.get(service, service), region_name=region)
    try:
        if waiter:
            waiting = client.get_waiter(waiter.replace("-", "_"))
            waiting.wait(**parameters_of(client, waiting.config.operation, flags), WaiterConfig={"Delay": 5})
            return None
        name = operation_of(client, operation)
        show(answer(client, name, parameters_of(client, name, flags)), query, form)
    except (botocore.exceptions.ClientError, botocore.exceptions.BotoCoreError) as error:
        raise SystemExit(f"\n{error}") from error
    return None


def serve():
    clients = {}
    for line in sys.stdin:
        request = json.loads(line)
        service, region = request["service"], request["region"]
        if (service, region) not in clients:
            config = boto3.session.Config(retries={"max_attempts": 1})
            clients[service, region] = boto3.client(service, region_name=region, config=config)
        try:
            ask = states_answer if request.get("spelling") == "states" else answer
            reply = {"output": ask(clients[service, region], request["operation"], request["parameters"])}
        except botocore.exceptions.ClientError as error:
            reply = {"error": error.response["Error"]["Code"], "message": str(error)}
        except botocore.exceptions.BotoCoreError as error:
            reply = {"error": type(error).__name__, "message": str(error)}
        print(json.dumps({"id": request["id"], **reply}), flush=True)


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["--serve"] else command_line(sys.argv[1:])
