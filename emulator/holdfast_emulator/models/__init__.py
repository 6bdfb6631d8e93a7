"""AWS's own models of its services, as botocore ships them, held against each request (and, in the tests, each answer).

The models say what AWS's front ends refuse before a service looks at a request: members that are missing, values that
are none of the listed ones, too long, too great, or do not fit the pattern.
"""

from .refusals import ModelRefusal
from .requests import ModelChecks

__all__ = ["ModelChecks", "ModelRefusal"]
