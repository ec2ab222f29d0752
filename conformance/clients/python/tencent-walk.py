"""Launches, lists, tags, opens by a key pair and a rule, and releases an instance, by Tencent's SDK."""

import os
import sys
import time

from tencentcloud.common import credential
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.cvm.v20170312 import cvm_client, models as cvm
from tencentcloud.sts.v20180813 import models as sts, sts_client
from tencentcloud.tag.v20180813 import models as tag, tag_client
from tencentcloud.vpc.v20170312 import models as vpc, vpc_client

WAIT_SECONDS_MAX = 60


def client_of(kind, scheme):
    """A client that is pointed at the server."""
    profile = HttpProfile(
        endpoint=os.environ["YUNTAI_ENDPOINT"],
        protocol=scheme,
        # It heeds no variable for it.
        certification=os.environ["REQUESTS_CA_BUNDLE"],
    )
    key = credential.EnvironmentVariableCredential().get_credential()
    return kind(key, "ap-guangzhou", ClientProfile(httpProfile=profile))


def request_of(kind, **fields):
    request = kind()
    request._deserialize(fields)
    return request


def until(state, look):
    """Waits until a look gives that state."""
    end = time.monotonic() + WAIT_SECONDS_MAX
    while (found := look()) != state:
        assert time.monotonic() < end, f"{found} instead of {state}"
        time.sleep(0.1)


def main(scheme):
    compute = client_of(cvm_client.CvmClient, scheme)
    tags = client_of(tag_client.TagClient, scheme)
    caller = client_of(sts_client.StsClient, scheme).GetCallerIdentity(
        request_of(sts.GetCallerIdentityRequest)
    )
    pair = compute.CreateKeyPair(
        request_of(cvm.CreateKeyPairRequest, KeyName=f"walk_{scheme}", ProjectId=0)
    ).KeyPair
    assert "PRIVATE KEY" in pair.PrivateKey
    launched = compute.RunInstances(
        request_of(
            cvm.RunInstancesRequest,
            Placement={"Zone": "ap-guangzhou-3"},
            ImageId="img-9qabwvbn",
            InstanceType="S5.MEDIUM4",
            InstanceName="walk",
            LoginSettings={"KeyIds": [pair.KeyId]},
            TagSpecification=[
                {"ResourceType": "instance", "Tags": [{"Key": "walk", "Value": scheme}]}
            ],
        )
    )
    (instance_id,) = launched.InstanceIdSet

    def shown():
        listed = compute.DescribeInstances(
            request_of(cvm.DescribeInstancesRequest, InstanceIds=[instance_id])
        )
        return listed.InstanceSet[0] if listed.InstanceSet else None

    until("RUNNING", lambda: shown().InstanceState)
    instance = shown()
    assert instance.LoginSettings.KeyIds == [pair.KeyId]
    tags.ModifyResourceTags(
        request_of(
            tag.ModifyResourceTagsRequest,
            Resource=f"qcs::cvm:ap-guangzhou:uin/{caller.AccountId}:instance/{instance_id}",
            ReplaceTags=[{"TagKey": "walk", "TagValue": "on"}],
        )
    )
    filtered = compute.DescribeInstances(
        request_of(
            cvm.DescribeInstancesRequest, Filters=[{"Name": "tag:walk", "Values": ["on"]}]
        )
    )
    assert [each.InstanceId for each in filtered.InstanceSet] == [instance_id]
    open_and_close(client_of(vpc_client.VpcClient, scheme), instance.SecurityGroupIds[0])
    compute.TerminateInstances(
        request_of(cvm.TerminateInstancesRequest, InstanceIds=[instance_id])
    )
    until(None, shown)
    compute.DeleteKeyPairs(request_of(cvm.DeleteKeyPairsRequest, KeyIds=[pair.KeyId]))
    print(f"walked over {scheme}: {instance_id}")


def open_and_close(network, group):
    """A port is opened to a block of addresses, and closed again."""
    rule = {"Protocol": "TCP", "Port": "8445", "CidrBlock": "192.0.2.0/24", "Action": "ACCEPT"}

    def opened():
        shown = network.DescribeSecurityGroupPolicies(
            request_of(vpc.DescribeSecurityGroupPoliciesRequest, SecurityGroupId=group)
        ).SecurityGroupPolicySet
        return [each for each in shown.Ingress if each.Port == rule["Port"]]

    network.CreateSecurityGroupPolicies(
        request_of(
            vpc.CreateSecurityGroupPoliciesRequest,
            SecurityGroupId=group,
            SecurityGroupPolicySet={"Ingress": [{"PolicyIndex": 0, **rule}]},
        )
    )
    (policy,) = opened()
    assert policy.CidrBlock == rule["CidrBlock"]
    network.DeleteSecurityGroupPolicies(
        request_of(
            vpc.DeleteSecurityGroupPoliciesRequest,
            SecurityGroupId=group,
            SecurityGroupPolicySet={"Ingress": [{"PolicyIndex": policy.PolicyIndex}]},
        )
    )
    assert opened() == []


main(sys.argv[1])
