resource "tencentcloud_cam_policy" "directives" {
  name     = "directives"
  document = <<-EOT
    {
      "version": "2.0",
      "statement": [
        %{ for service in var.services ~}
        {
          "effect": "allow",
          "action": ["${service}:Describe*"],
          "resource": "*"
        },
        %{ endfor ~}
        {
          "effect": "%{ if var.open }allow%{ else }deny%{ endif }",
          "action": ["cvm:RunInstancess"],
          "resource": "*"
        }
      ]
    }
  EOT
}
