# The rules that are part of tflint, all of them: what we publish has types, descriptions and the usual files.
plugin "terraform" {
  enabled = true
  preset  = "all"
}
