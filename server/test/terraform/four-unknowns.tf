resource "tencentcloud_cam_policy" "four" {
  name     = "four"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["scf:InvokeFunction", "scf:NoSuchThing"],
      "resource": "qcs::scf:${var.region}:uin/${data.tencentcloud_user_info.me.uin}:namespace/${var.namespace}/function/${tencentcloud_scf_function.f.name}"
    },
    {
      "effect": "allow",
      "action": "cos:GetObject",
      "resource": "${tencentcloud_cos_bucket.data.bucket}/*"
    },
    {
      "effect": "allow",
      "action": "cos:GetObject",
      "resource": "data/*"
    }
  ]
}
EOF
}
