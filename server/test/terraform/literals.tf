variable "policy" {
  default = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"alow\",\"action\":\"cos:GetObject\",\"resource\":\"*\"}]}"
}

resource "tencentcloud_organization_org_manage_policy" "scp" {
  name    = "scp"
  content = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"deny\",\"action\":[\"cvm:RunInstances\"],\"resource\":\"*\",\"condition\":{\"string_equal\":{\"cvm:name\":\"a\\\"b\"}}}]}"
}

# policy = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"alow\"}]}"
/*
resource "tencentcloud_cam_policy" "old" {
  document = <<EOF
{ "version": "2.0", "statement": [{ "effect": "alow" }] }
EOF
}
*/
