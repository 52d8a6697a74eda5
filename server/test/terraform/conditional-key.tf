resource "tencentcloud_cam_role" "conditional" {
  name = "conditional"
  document = jsonencode({
    version = "2.0"
    statement = [
      {
        effect = "allow"
        action = "name/sts:AssumeRole"
        principal = {
          "${var.is_account ? "qcs" : "service"}" = ["scf.qcloud.com"]
        }
      },
      {
        effect = "alow"
        action = "name/sts:AssumeRole"
        principal = {
          (var.kind) = ["scf.qcloud.com"]
        }
      },
    ]
  })
}
