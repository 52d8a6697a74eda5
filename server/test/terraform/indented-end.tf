resource "tencentcloud_cam_role" "indented" {
  name     = "indented"
  document = <<EOF
    {
      "version": "2.0",
      "statement": [
        {
          "action": ["name/sts:AssumeRole"],
          "effect": "allow",
          "principal": { "service": ["scf.qcloud.com"] }
        },
        {
          "action": ["name/sts:AssumeRole", "name/sts:AssumeRole"],
          "effect": "allow",
          "principal": { "qcs": ["qcs::cam::uin/100000000001:root"] }
        }
      ]
    }
  EOF
  session_duration = 7200
}

resource "tencentcloud_cam_policy" "tabs" {
	name     = "tabs"
	document = <<-POLICY
	{
		"version": "2.0",
		"statement": [
			{ "effect": "allow", "action": "cvm:DescribeInstance", "resource": "*" }
		]
	}
	POLICY
}
