// Terraform and the waits that the AWS provider has built in take minutes; jest's own limit is 5 seconds.
jest.setTimeout(15 * 60 * 1000);
