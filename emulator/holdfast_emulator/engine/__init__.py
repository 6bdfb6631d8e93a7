"""The part of the emulator that knows HTTP and the AWS protocols, and no single AWS service."""
