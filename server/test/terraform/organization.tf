variable "deny_all" {
  type    = string
  default = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"deny\",\"action\":\"*\",\"resource\":\"*\",\"principal\":{\"qcs\":[\"*\"]}}]}"
}

resource "tencentcloud_organization_org_manage_policy" "heredoc" {
  name        = "heredoc"
  type        = "SERVICE_CONTROL_POLICY"
  description = "test"
  content     = <<EOF
{"version": "2.0", "statement": [{"effect": "denied", "action": "cvm:RunInstances", "resource": "*"}]}
EOF
}

resource "tencentcloud_organization_org_manage_policy" "tags" {
  name    = "tags"
  type    = "TAG_POLICY"
  content = "{\"tags\":{\"env\":{\"tag_key\":{\"@@assign\":\"env\"}}}}"
}
