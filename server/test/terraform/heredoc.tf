# A policy of Tencent Cloud in a heredoc, with the statement before the version and a service as plain string.
resource "tencentcloud_cam_role" "basic" {
  name     = "cam-role-test"
  document = <<EOF
{
  "statement": [
    {
      "action": ["name/sts:AssumeRole"],
      "effect": "allow",
      "principal": {
        "service": "cvm.cloud.tencent.com"
      }
    }
  ],
  "version": "2.0"
}
EOF
  description = "test"
}

resource "tencentcloud_cam_policy" "deny" {
  name     = "deny"
  document = <<-EOT
    {
      "version": "2.0",
      "statement": [
        {
          "effect": "deny",
          "action": ["cvm:TerminateInstances", "cvm:NoSuchThing"],
          "resource": ["*"],
        }
      ]
    }
    EOT
}

module "policy" {
  source = "./modules/policy"
  custom_policy = <<EOF
                                {
                                  "version": "2.0",
                                  "statement": [{ "effect": "alow", "action": "cos:GetObject", "resource": "*" }]
                                }
                                EOF
}
