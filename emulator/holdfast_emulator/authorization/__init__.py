"""IAM, enforced: who asks, what a request needs, and whether the policies allow it."""
