resource "tencentcloud_cam_policy" "objects" {
  name     = "objects"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["cos:GetObject", "${var.action}"],
      "resource": ["qcs::cos:${var.region}:uid/${local.app_id}:${var.bucket}-${local.app_id}/${each.value["prefix"]}/*"]
    },
    {
      "effect": "allow",
      "action": ${jsonencode(concat(
        ["cos:PutObject"],
        var.more,
      ))},
      "resource": "${var.all ? "*" : local.one}"
    },
    {
      "effect": "alow",
      "action": "cos:$${uin}",
      "resource": "qcs::cam::uin/$${uin}:uin/$${uin}"
    }
  ]
}
EOF
}

resource "tencentcloud_cam_policy" "many" {
  name     = "many"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["cos:GetObject"],
      "resource": [
%{ for index, bucket in var.buckets ~}
        "qcs::cos::uid/1250000000:${bucket}/*"%{ if index < length(var.buckets) - 1 },%{ endif }
%{ endfor ~}
      ]
    }
  ]
}
EOF
}
