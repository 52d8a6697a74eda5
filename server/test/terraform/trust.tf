resource "tencentcloud_cam_role" "saml" {
  name     = "saml"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "action": "name/sts:AssumeRoleWithSAML",
      "effect": "allow",
      "principal": { "federated": ["qcs::cam::uin/${var.uin}:saml-provider/idp"] },
      "condition": { "string_equal": { "saml:aud": "https://cloud.tencent.com/login/saml" } }
    },
    {
      "action": "name/sts:AssumeRoleWithSAML",
      "effect": "alow",
      "principal": { "federated": ["qcs::cam::uin/100000000001:saml-provider/idp"] }
    }
  ]
}
EOF
}

resource "tencentcloud_cam_role" "web" {
  name = "web"
  document = jsonencode({
    version = "2.0"
    statement = [
      {
        action = ["name/sts:AssumeRoleWithWebIdentity"]
        effect = "allow"
        principal = {
          federated = ["qcs::cam::uin/100000000001:oidc-provider/github"]
        }
        condition = {
          string_like = { "oidc:sub" = ["repo:org/${var.repository}:*"] }
          string_equal = { "oidc:aud" = ["sts.tencentcloudapi.com"] }
          string_equals = { "oidc:iss" = ["https://token.actions.githubusercontent.com"] }
        }
      },
    ]
  })
}
