# Launches, lists, opens with a key pair and releases an instance by tccli. $1 is the endpoint, with
# http:// in front: tccli speaks https without, and cannot be told whom to trust.
set -euo pipefail

cvm() {
  local action=$1
  shift
  tccli cvm "$action" --endpoint "$endpoint" "$@"
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
cvm TerminateInstances --InstanceIds "[\"$id\"]" >/dev/null
cvm DescribeInstances --InstanceIds "[\"$id\"]" \
  --waiter '{"expr":"TotalCount","to":0,"timeout":60,"interval":1}' >/dev/null
cvm DeleteKeyPairs --KeyIds "[\"$key\"]" >/dev/null
echo "walked by tccli at $endpoint: $id"
