# resource "tencentcloud_cam_policy" "old" {
#   document = jsonencode({ version = "2.0", statement = [{ effect = "alow", action = "*", resource = "*" }] })
# }
// resource "tencentcloud_cam_policy" "older" {
//   document = <<EOF
// { "version": "2.0", "statement": [{ "effect": "alow" }] }
// EOF
// }
/* resource "tencentcloud_cam_policy" "oldest" {
  document = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"alow\"}]}"
} */
resource "tencentcloud_cam_policy" "now" {
  name = "now"
  # document = jsonencode({ version = "2.0", statement = [{ effect = "alow" }] })
  document = jsonencode({ // "version": "1.0"
    version = "2.0"
    statement = [
      # { effect = "alow", action = ["*"], resource = ["*"] },
      { effect = "deny", action = ["cvm:*" /* , "cos:NoSuchThing" */], resource = ["*"] },
    ]
  })
}
