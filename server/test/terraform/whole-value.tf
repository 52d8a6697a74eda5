resource "tencentcloud_cam_policy" "whole" {
  name     = "whole"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ${jsonencode(var.actions)},
      "resource": ${jsonencode([for b in var.buckets : "qcs::cos::uid/${var.app_id}:${b}/*"])}
    },
    {
      "effect": "alow",
      "action": ["cos:HeadBucket"],
      "resource": ["*"]
    },
    ${var.more}
  ]
}
EOF
}
