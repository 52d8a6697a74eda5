resource "tencentcloud_cam_policy" "mixed" {
  name = "mixed"
  document = jsonencode(
    {
      "version" : "2.0",
      "statement" = [
        {
          "effect" : "allow"
          "action" = ["cos:GetObjct"]
          resource : ["*"],
        },
        # { effect = "alow", action = "*", resource = "*" },
        /* { effect = "alow" }, */
        { effect = "allow", action = ["cos:PutObject"], resource = ["*"], condition = { string_equal = { "cos:prefix" = "a/" }, }, }, // 前缀
      ]
    }
  )
}
