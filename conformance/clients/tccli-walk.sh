# Launches, lists, opens by a key pair and a rule, and releases an instance by tccli. $1 is the endpoint, with
# http:// in front: tccli speaks https without, and cannot be told whom to trust.
set -euo pipefail

cvm() { call cvm "$@"; }
vpc() { call vpc "$@"; }
call() {
  local service=$1 action=$2
  shift 2
  tccli "$service" "$action" --endpoint "$endpoint" "$@"
}

endpoint=$1
key=$(cvm CreateKeyPair --KeyName walk_tccli --ProjectId 0 --filter KeyPair.KeyId | tr -d '"')
id=$(cvm RunInstances --Placement '{"Zone":"ap-guangzhou-3"}' --ImageId img-9qabwvbn \
  --InstanceType S5.MEDIUM4 --LoginSettings "{\"KeyIds\":[\"$key\"]}" \
  --TagSpecification '[{"ResourceType":"instance","Tags":[{"Key":"walk","Value":"tccli"}]}]' \
  --filter 'InstanceIdSet[0]' | tr -d '"')
state='InstanceSet[0].InstanceState'
cvm DescribeInstances --InstanceIds "[\"$id\"]" \
  --waiter "{\"expr\":\"$state\",\"to\":\"RUNNING\",\"timeout\":60,\"interval\":1}" >/dev/null
tagged=$(cvm DescribeInstances --Filters '[{"Name":"tag:walk","Values":["tccli"]}]' \
  --filter 'InstanceSet[0].InstanceId' | tr -d '"')
[ "$tagged" = "$id" ]
group=$(cvm DescribeInstances --InstanceIds "[\"$id\"]" \
  --filter 'InstanceSet[0].SecurityGroupIds[0]' | tr -d '"')
opened() {
  vpc DescribeSecurityGroupPolicies --SecurityGroupId "$group" \
    --filter "SecurityGroupPolicySet.Ingress[?Port=='8447'].PolicyIndex | [0]"
}
vpc CreateSecurityGroupPolicies --SecurityGroupId "$group" --SecurityGroupPolicySet \
  '{"Ingress":[{"PolicyIndex":0,"Protocol":"TCP","Port":"8447","CidrBlock":"192.0.2.0/24","Action":"ACCEPT"}]}' >/dev/null
[ "$(opened)" = 0 ]
vpc DeleteSecurityGroupPolicies --SecurityGroupId "$group" --SecurityGroupPolicySet \
  '{"Ingress":[{"PolicyIndex":0}]}' >/dev/null
[ -z "$(opened)" ]
cvm TerminateInstances --InstanceIds "[\"$id\"]" >/dev/null
cvm DescribeInstances --InstanceIds "[\"$id\"]" \
  --waiter '{"expr":"TotalCount","to":0,"timeout":60,"interval":1}' >/dev/null
cvm DeleteKeyPairs --KeyIds "[\"$key\"]" >/dev/null
echo "walked by tccli at $endpoint: $id"
