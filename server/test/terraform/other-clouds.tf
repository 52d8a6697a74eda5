resource "aws_iam_policy" "policy" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

resource "alicloud_ram_policy" "policy" {
  policy_document = <<EOF
{ "Statement": [{ "Action": ["oss:*"], "Effect": "Allow", "Resource": ["*"] }], "Version": "1" }
EOF
}

resource "tencentcloud_instance" "web" {
  user_data_raw = <<EOF
#!/bin/bash
echo '{"statement": []}'
EOF
  name = "statement"
}
