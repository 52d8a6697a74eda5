/** The policy that a person has open in each editor: one of its actions cannot be restricted to the resource. */

export const resource = 'qcs::trtc::uin/100000000001:sdkappid/1400000000';

export const restrictedPolicy = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DismissRoom", "trtc:CreateTrtcApp"],
      "resource": "${resource}"
    }
  ]
}
`;
