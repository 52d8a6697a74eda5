# Policies in HCL's own syntax.
resource "tencentcloud_cam_policy" "syntax" {
  name = "syntax"
  document = jsonencode({
    version = "2.0" # the only one
    statement = [
      {
        effect = "allow"
        action = [
          "cos:GetObject", // 读取对象
          "cos:putObject",
        ]
        resource = ["*"]
        condition = {
          "ip_equal" = { "qcs:ip" : ["10.0.0.0/8"] }
        }
      },
      { "effect" : "deny", "action" : "cvm:*", "resource" : "*", },
      { effect = "alow", action = ["trtc:DescribeRoomInfo"], resource = ["*"] },
    ]
  })
}

locals {
  services = ["cvm", "scf"]
  document = jsonencode(
    {
      "version"   = "2.0"
      "statement" = [for service in local.services : { effect = "allow", action = "${service}:*", resource = "*" }]
    }
  )
  trust = jsonencode({
    version = "2.0"
    statement = [{
      effect = "allow"
      action = "name/sts:AssumeRole"
      principal = {
        var.x == 1 ? "qcs" : "service" = ["cvm.cloud.tencent.com"]
      }
    }]
  })
  merged = jsonencode(merge(local.base, { statement = [{ effect = "alow" }] }))
  empty  = jsonencode({})
  parts = jsonencode({
    version   = "2.0"
    statement = concat(local.statements, [{ effect = "alow" }])
  })
  heredoc_value = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "cos:GetObject", resource = try(var.resource, "*") }] })
}

output "policy" {
  value = jsonencode(local.policy)
}
