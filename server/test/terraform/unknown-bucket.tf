# Bucket policies whose statements, actions and resources only Terraform knows: what COS's console writes may stand in them.
resource "tencentcloud_cos_bucket_policy" "actions" {
  policy = jsonencode({
    version = "2.0"
    Statement = [{
      Sid       = "x"
      Effect    = "Allow"
      Principal = { qcs = local.users }
      Action    = local.actions
      Resource  = local.resources
    }]
  })
}

resource "tencentcloud_cos_bucket_policy" "statements" {
  policy = jsonencode({
    version   = "2.0"
    Statement = [for each in var.statements : { Action : each.Action, Effect : "Allow" }]
  })
}

# No principal: this one is for users.
resource "tencentcloud_cam_policy" "identity" {
  document = jsonencode({
    version   = "2.0"
    statement = [{ effect = "Allow", action = local.actions, resource = local.resources }]
  })
}
