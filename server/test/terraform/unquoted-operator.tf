resource "tencentcloud_cam_policy" "tags" {
  name = "tags"
  document = jsonencode({
    version = "2.0"
    statement = [
      {
        effect   = "allow"
        action   = ["cvm:StartInstances"]
        resource = ["*"]
        condition = {
          for_any_value:string_equal = {
            "qcs:resource_tag" = ["env&test"]
          }
        }
      },
      {
        effect   = "allow"
        action   = ["cvm:StopInstances"]
        resource = ["*"]
        condition = {
          "for_any_value:string_equal" = {
            qcs:resource_tag = ["env&test"]
          }
        }
      },
    ]
  })
}
