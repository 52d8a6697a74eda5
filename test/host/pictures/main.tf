resource "tencentcloud_cam_policy" "rooms" {
  name     = "rooms"
  document = <<-EOF
    {
      "version": "2.0",
      "statement": [{
        "effect": "allow",
        "action": ["trtc:DismissRoom", "trtc:CreateTrtcApp"],
        "resource": "qcs::trtc::uin/${var.uin}:sdkappid/${var.app}"
      }]
    }
  EOF
}

resource "tencentcloud_cam_policy" "queues" {
  name = "queues"
  document = jsonencode({
    version = "2.0"
    statement = [{
      effect   = "Allow"
      action   = ["cmqqueue:SendMessage", "cmqqueue:Recieve*"]
      resource = var.queues
    }]
  })
}
