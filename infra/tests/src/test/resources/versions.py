"""What SAM's transform makes of functions: reads cases from a file of JSON and writes their versions to another."""

import copy
import functools
import json
import sys

from samtranslator.intrinsics.resolver import IntrinsicsResolver
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse


# Many cases have the same template, and reading it takes longer than transforming it.
read = functools.cache(yaml_parse)


def versions(case):
    """Maps each function to its version: logical id, and description with the values of parameters."""
    template = copy.deepcopy(read(case["template"]))
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # `sam package` uploads the zip under a key that is made of its content.
            resource["Properties"]["CodeUri"] = "s3://code/" + case["code"]
    made = Translator({}, Parser()).translate(template, dict(case["parameters"]))
    values = IntrinsicsResolver(case["parameters"])
    return {
        resource["Properties"]["FunctionName"]["Ref"]: [
            logical_id,
            json.dumps(values.resolve_parameter_refs(resource["Properties"].get("Description"))),
            resource["DeletionPolicy"],
        ]
        for logical_id, resource in made["Resources"].items()
        if resource["Type"] == "AWS::Lambda::Version"
    }


with open(sys.argv[1], encoding="utf-8") as cases:
    made = [versions(case) for case in json.load(cases)]
# Not to standard output, to which SAM writes, too.
with open(sys.argv[2], "w", encoding="utf-8") as output:
    json.dump(made, output)
