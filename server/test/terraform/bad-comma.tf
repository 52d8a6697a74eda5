resource "tencentcloud_cam_policy" "heredoc" {
  name     = "heredoc"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [
        "cos:GetObject",
        "cos:PutObject",
      ],
      "resource": ["*"]
    },
  ]
}
EOF
}

resource "tencentcloud_cam_policy" "syntax" {
  name = "syntax"
  document = jsonencode({
    version = "2.0",
    statement = [
      {
        effect = "allow",
        action = [
          "cos:GetObject",
          "cos:PutObject",
        ],
        resource = ["*"],
      },
    ],
  })
}
