/** Policies of other clouds as people publish them, written for the tests of their conversion, each with what it comes to in CAM. */

export interface ForeignPolicy {
  readonly title: string;
  readonly text: string;
  /** What has no equal, as it is written, in the order in which it is listed. */
  readonly left: readonly string[];
  /** The rules that find something besides: in what is left, and what would be found in CAM, too. */
  readonly besides: readonly string[];
  /** The whole text after the conversion. */
  readonly after: string;
}

export const foreignPolicies: readonly ForeignPolicy[] = [
  {
    title: 'reads one bucket',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ListTheBucket",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::reports"
    },
    {
      "Sid": "ReadItsObjects",
      "Effect": "Allow",
      "Action": ["s3:GetObject"],
      "Resource": ["arn:aws:s3:::reports/*"]
    }
  ]
}
`,
    left: [],
    besides: [],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["cos:GetBucket", "cos:HeadBucket"],
      "resource": "qcs::cos:<region>:uid/<APPID>:reports-<APPID>/*"
    },
    {
      "effect": "allow",
      "action": ["cos:GetObject", "cos:HeadObject"],
      "resource": ["qcs::cos:<region>:uid/<APPID>:reports-<APPID>/*"]
    }
  ]
}
`,
  },
  {
    title: 'uploads under a prefix from one network',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:PutObject",
        "s3:AbortMultipartUpload"
      ],
      "Resource": "arn:aws:s3:::uploads/incoming/*",
      "Condition": {
        "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.7"] },
        "Bool": { "aws:SecureTransport": "true" }
      }
    },
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::uploads",
      "Condition": { "StringLike": { "s3:prefix": ["incoming/", "incoming/*"] } }
    }
  ]
}
`,
    left: [],
    besides: [],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [
        "cos:PutObject",
        "cos:PostObject",
        "cos:InitiateMultipartUpload",
        "cos:UploadPart",
        "cos:UploadPartCopy",
        "cos:CompleteMultipartUpload",
        "cos:AbortMultipartUpload"
      ],
      "resource": "qcs::cos:<region>:uid/<APPID>:uploads-<APPID>/incoming/*",
      "condition": {
        "ip_equal": { "qcs:ip": ["203.0.113.0/24", "198.51.100.7"] },
        "bool_equal": { "cos:secure-transport": "true" }
      }
    },
    {
      "effect": "allow",
      "action": "cos:GetBucket",
      "resource": "qcs::cos:<region>:uid/<APPID>:uploads-<APPID>/*",
      "condition": { "string_like": { "cos:prefix": ["incoming%2F", "incoming%2F*"] } }
    }
  ]
}
`,
  },
  {
    title: 'starts instances by tag',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["ec2:StartInstances", "ec2:StopInstances"],
      "Resource": "arn:aws:ec2:*:123456789012:instance/*",
      "Condition": {
        "StringEquals": { "aws:ResourceTag/team": "web" },
        "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }
      }
    }
  ]
}
`,
    left: ['ec2:StartInstances', 'ec2:StopInstances', 'arn:aws:ec2:*:123456789012:instance/*'],
    besides: ['unknown-service', 'malformed-resource'],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["ec2:StartInstances", "ec2:StopInstances"],
      "resource": "arn:aws:ec2:*:123456789012:instance/*",
      "condition": {
        "string_equal": { "qcs:resource_tag/team": "web" },
        "numeric_equal_if_exist": { "qcs:mfa": "1" }
      }
    }
  ]
}
`,
  },
  {
    title: 'denies everything outside an address range',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "*",
      "Resource": "*",
      "Condition": {
        "NotIpAddress": { "aws:SourceIp": ["192.0.2.0/24"] },
        "Bool": { "aws:ViaAWSService": "false" }
      }
    }
  ]
}
`,
    left: ['aws:ViaAWSService'],
    besides: ['unknown-condition-key'],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "deny",
      "action": "*",
      "resource": "*",
      "condition": {
        "ip_not_equal": { "qcs:ip": ["192.0.2.0/24"] },
        "bool_equal": { "aws:ViaAWSService": "false" }
      }
    }
  ]
}
`,
  },
  {
    title: 'hands out a role',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": ["arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:role/ci/deploy"] },
      "Action": "sts:AssumeRole",
      "Condition": { "DateLessThan": { "aws:CurrentTime": "2027-01-01T00:00:00Z" } }
    },
    {
      "Effect": "Allow",
      "Principal": { "Service": "lambda.amazonaws.com" },
      "Action": "sts:AssumeRole"
    }
  ]
}
`,
    left: ['lambda.amazonaws.com'],
    besides: [],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "principal": { "qcs": ["qcs::cam::uin/<UIN>:root", "qcs::cam::uin/<UIN>:roleName/deploy"] },
      "action": "sts:AssumeRole",
      "condition": { "date_less_than": { "qcs:current_time": "2027-01-01T00:00:00Z" } }
    },
    {
      "effect": "allow",
      "principal": { "service": "lambda.amazonaws.com" },
      "action": "sts:AssumeRole"
    }
  ]
}
`,
  },
  {
    title: 'allows all but some actions',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "NotAction": ["iam:*", "s3:Delete*"], "Resource": "*" }
  ]
}
`,
    left: ['NotAction'],
    besides: ['unknown-element'],
    after: `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "NotAction": ["iam:*", "s3:Delete*"], "resource": "*" }
  ]
}
`,
  },
  {
    title: 'gives everything',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "*", "Resource": "*" }
  ]
}
`,
    left: [],
    besides: ['allow-all'],
    after: `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": "*", "resource": "*" }
  ]
}
`,
  },
  {
    title: 'manages one bucket but keeps its objects',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::archive", "arn:aws:s3:::archive/*"]
    },
    {
      "Effect": "Deny",
      "Action": ["s3:Delete*", "s3:PutBucketPolicy"],
      "Resource": ["arn:aws:s3:::archive", "arn:aws:s3:::archive/*"]
    }
  ]
}
`,
    left: [],
    besides: [],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": "cos:*",
      "resource": ["qcs::cos:<region>:uid/<APPID>:archive-<APPID>/*"]
    },
    {
      "effect": "deny",
      "action": ["cos:DeleteObject", "cos:DeleteMultipleObjects", "cos:DeleteObjectTagging", "cos:DeleteBucket", "cos:DeleteBucketPolicy", "cos:DeleteBucketWebsite", "cos:DeleteBucketDomain", "cos:DeleteBucketDomainCertificate", "cos:DeleteBucketOrigin", "cos:PutBucketPolicy"],
      "resource": ["qcs::cos:<region>:uid/<APPID>:archive-<APPID>/*"]
    }
  ]
}
`,
  },
  {
    title: 'speaks of objects only',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:Get*", "s3:ListBucket"],
      "Resource": "arn:aws:s3:::shared/*"
    }
  ]
}
`,
    left: ['s3:ListBucket'],
    besides: ['unknown-service'],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["cos:GetObject", "cos:HeadObject", "cos:GetObjectACL", "cos:GetObjectTagging", "s3:ListBucket"],
      "resource": "qcs::cos:<region>:uid/<APPID>:shared-<APPID>/*"
    }
  ]
}
`,
  },
  {
    title: 'guards a bucket',
    text: `{
  "Version": "2008-10-17",
  "Id": "guard",
  "Statement": [{
    "Sid": "1",
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": ["arn:aws-cn:s3:::guarded", "arn:aws-cn:s3:::guarded/*"],
    "Condition": { "Bool": { "aws:SecureTransport": "false" } }
  }]
}
`,
    left: [],
    besides: [],
    after: `{
  "version": "2.0",
  "statement": [{
    "effect": "deny",
    "principal": "*",
    "action": "cos:*",
    "resource": ["qcs::cos:<region>:uid/<APPID>:guarded-<APPID>/*"],
    "condition": { "bool_equal": { "cos:secure-transport": "false" } }
  }]
}
`,
  },
  {
    title: 'tags what it makes',
    text: `{"Statement":[{"Effect":"Allow","Action":["dynamodb:CreateTable","s3:CreateBucket"],"Resource":["*"],"Condition":{"StringEquals":{"aws:RequestTag/env":["dev","test"]}}}]}`,
    left: ['dynamodb:CreateTable'],
    besides: ['unknown-service'],
    after: `{"version": "2.0", "statement":[{"effect":"allow","action":["dynamodb:CreateTable","cos:PutBucket"],"resource":["*"],"condition":{"for_any_value:string_equal":{"qcs:request_tag":["env&dev","env&test"]}}}]}`,
  },
  {
    title: 'gives each user a folder',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:GetObjectVersion", "kms:Decrypt"],
      "Resource": ["arn:aws:s3:::homes/\${aws:username}/*", "arn:aws:s3:::homes/public/*"]
    }
  ]
}
`,
    left: ['s3:GetObjectVersion', 'kms:Decrypt', 'arn:aws:s3:::homes/${aws:username}/*'],
    besides: ['unknown-service', 'malformed-resource', 'unknown-variable'],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["cos:GetObject", "cos:HeadObject", "s3:GetObjectVersion", "kms:Decrypt"],
      "resource": ["arn:aws:s3:::homes/\${aws:username}/*", "qcs::cos:<region>:uid/<APPID>:homes-<APPID>/public/*"]
    }
  ]
}
`,
  },
  {
    title: 'lists a bucket and reads a part of it',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:ListBucket", "s3:GetObject"],
      "Resource": ["arn:aws:s3:::mixed", "arn:aws:s3:::mixed/public/*"],
      "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } }
    }
  ]
}
`,
    left: ['arn:aws:s3:::mixed', 's3:x-amz-acl'],
    besides: ['malformed-resource', 'unknown-condition-key'],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["cos:GetBucket", "cos:HeadBucket", "cos:GetObject", "cos:HeadObject"],
      "resource": ["arn:aws:s3:::mixed", "qcs::cos:<region>:uid/<APPID>:mixed-<APPID>/public/*"],
      "condition": { "string_equal": { "s3:x-amz-acl": "bucket-owner-full-control" } }
    }
  ]
}
`,
  },
  {
    title: 'reads and writes a bucket of OSS',
    text: `{
    "Version": "1",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["oss:ListObjects", "oss:GetObject", "oss:PutObject"],
            "Resource": ["acs:oss:*:*:media", "acs:oss:*:*:media/*"],
            "Condition": { "IpAddress": { "acs:SourceIp": "203.0.113.9" } }
        },
        {
            "Effect": "Allow",
            "Action": "ram:GetUser",
            "Resource": "*"
        }
    ]
}
`,
    left: ['ram:GetUser'],
    besides: ['unknown-service'],
    after: `{
    "version": "2.0",
    "statement": [
        {
            "effect": "allow",
            "action": ["cos:GetBucket", "cos:GetObject", "cos:HeadObject", "cos:PutObject", "cos:PostObject", "cos:InitiateMultipartUpload", "cos:UploadPart", "cos:UploadPartCopy", "cos:CompleteMultipartUpload"],
            "resource": ["qcs::cos:<region>:uid/<APPID>:media-<APPID>/*"],
            "condition": { "ip_equal": { "qcs:ip": "203.0.113.9" } }
        },
        {
            "effect": "allow",
            "action": "ram:GetUser",
            "resource": "*"
        }
    ]
}
`,
  },
  {
    title: 'trusts an account that names an external ID',
    text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "12345", "sts:RoleSessionName": "ci" } }
    }
  ]
}
`,
    left: ['sts:RoleSessionName'],
    besides: ['unknown-condition-key'],
    after: `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "principal": { "qcs": "qcs::cam::uin/<UIN>:root" },
      "action": "sts:AssumeRole",
      "condition": { "string_equal": { "sts:external_id": "12345", "sts:RoleSessionName": "ci" } }
    }
  ]
}
`,
  },
];
