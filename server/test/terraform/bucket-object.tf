resource "tencentcloud_cos_bucket_policy" "object" {
  bucket = tencentcloud_cos_bucket.data.bucket
  policy = jsonencode({
    version = "2.0"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { qcs = ["qcs::cam::anyone:anyone"] }
        Action    = ["name/cos:GetObject"]
        Resource  = ["qcs::cos:${var.region}:uid/${local.app_id}:${tencentcloud_cos_bucket.data.bucket}/*"]
      },
    ]
  })
}

resource "tencentcloud_cos_bucket" "data" {
  bucket = "data-1250000000"
  acl    = "private"
}
