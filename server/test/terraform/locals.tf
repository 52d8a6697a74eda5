locals {
  base = [
    { effect = "allow", action = ["cvm:DescribeInstances"], resource = ["*"] },
  ]
  extra = [for name in var.names : {
    effect   = "allow"
    action   = ["cos:GetObject"]
    resource = ["qcs::cos::uid/${var.app_id}:${name}-${var.app_id}/*"]
  }]
  policy = {
    version   = "2.0"
    statement = concat(local.base, local.extra)
  }
}

resource "tencentcloud_cam_policy" "local" {
  name     = "local"
  document = jsonencode(local.policy)
}

resource "tencentcloud_cam_policy" "each" {
  for_each = var.policies
  name     = each.key
  document = jsonencode({
    version = "2.0"
    statement = [
      {
        effect   = try(each.value.effect, "allow")
        action   = each.value.actions
        resource = try(each.value.resources, ["*"])
      },
      {
        effect   = "alow"
        action   = concat(["cos:GetObject"], each.value.actions)
        resource = lookup(each.value, "resources", ["*"])
      },
    ]
  })
}

resource "tencentcloud_cam_policy" "file" {
  name     = "file"
  document = file("${path.module}/policy.json")
}

resource "tencentcloud_cam_policy" "template" {
  name     = "template"
  document = templatefile("policy.json.tftpl", { region = var.region })
}
