module "roles" {
  source        = "./modules/role"
  role_document = <<-EOF
    {"version": "2.0", "statement": [{"action": "name/sts:AssumeRole", "effect": "alow", "principal": {"service": ["tke.cloud.tencent.com"]}}]}
  EOF
  policy          = "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"cvm:*\",\"resources\":\"*\"}]}"
  policy_document = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = ["tke:DescribeClusters", "tke:NoSuchThing"], resource = ["*"] }] })
  policies = [
    {
      name     = "first"
      document = <<EOF
{ "version": "2.0", "statement": [{ "effect": "allow", "action": "cos:GetObject", "resource": "qcs::cos:::bucket/*" }] }
EOF
    },
  ]
}
