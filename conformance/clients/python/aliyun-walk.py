"""Launches, lists, tags, opens by rules and a key pair, and releases an instance, by Alibaba's SDK."""

import os
import sys
import time

from alibabacloud_ecs20140526 import models as ecs
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config

REGION = "cn-guangzhou"
WAIT_SECONDS_MAX = 60


def until(state, look):
    """Waits until a look gives that state."""
    end = time.monotonic() + WAIT_SECONDS_MAX
    while (found := look()) != state:
        assert time.monotonic() < end, f"{found} instead of {state}"
        time.sleep(0.1)


def main(scheme):
    config = Config(
        access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
        access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
        region_id=REGION,
        endpoint=os.environ["YUNTAI_ENDPOINT"],
        protocol=scheme,
    )
    client = Client(config)
    key_name = f"walk_{scheme}"
    pair = client.create_key_pair(ecs.CreateKeyPairRequest(region_id=REGION, key_pair_name=key_name))
    assert "PRIVATE KEY" in pair.body.private_key_body
    instance_id = client.create_instance(
        ecs.CreateInstanceRequest(
            region_id=REGION,
            image_id="ubuntu_22_04_x64_20G_alibase_20230613.vhd",
            instance_type="ecs.g6.large",
            key_pair_name=key_name,
            tag=[ecs.CreateInstanceRequestTag(key="walk", value=scheme)],
        )
    ).body.instance_id

    def shown():
        asked = ecs.DescribeInstancesRequest(region_id=REGION, instance_ids=f'["{instance_id}"]')
        found = client.describe_instances(asked).body.instances.instance
        return found[0] if found else None

    until("Stopped", lambda: shown().status)
    client.start_instance(ecs.StartInstanceRequest(instance_id=instance_id))
    until("Running", lambda: shown().status)
    assert shown().key_pair_name == key_name
    client.tag_resources(
        ecs.TagResourcesRequest(
            region_id=REGION,
            resource_type="instance",
            resource_id=[instance_id],
            tag=[ecs.TagResourcesRequestTag(key="walk", value="on")],
        )
    )
    tagged = client.describe_instances(
        ecs.DescribeInstancesRequest(
            region_id=REGION, tag=[ecs.DescribeInstancesRequestTag(key="walk", value="on")]
        )
    ).body.instances.instance
    assert [each.instance_id for each in tagged] == [instance_id]
    open_and_close(client, shown().security_group_ids.security_group_id[0])
    client.delete_instance(ecs.DeleteInstanceRequest(instance_id=instance_id, force=True))
    until(None, shown)
    client.delete_key_pairs(
        ecs.DeleteKeyPairsRequest(region_id=REGION, key_pair_names=f'["{key_name}"]')
    )
    print(f"walked over {scheme}: {instance_id}")


def open_and_close(client, group):
    """A port is opened to a block of addresses, and closed again."""
    rule = {
        "ip_protocol": "tcp",
        "port_range": "8443/8443",
        "source_cidr_ip": "192.0.2.0/24",
    }

    def opened():
        attribute = client.describe_security_group_attribute(
            ecs.DescribeSecurityGroupAttributeRequest(
                region_id=REGION, security_group_id=group, direction="ingress"
            )
        )
        permissions = attribute.body.permissions.permission
        return [each for each in permissions if each.port_range == rule["port_range"]]

    client.authorize_security_group(
        ecs.AuthorizeSecurityGroupRequest(
            region_id=REGION,
            security_group_id=group,
            permissions=[ecs.AuthorizeSecurityGroupRequestPermissions(**rule)],
        )
    )
    assert [each.source_cidr_ip for each in opened()] == [rule["source_cidr_ip"]]
    client.revoke_security_group(
        ecs.RevokeSecurityGroupRequest(
            region_id=REGION,
            security_group_id=group,
            permissions=[ecs.RevokeSecurityGroupRequestPermissions(**rule)],
        )
    )
    assert opened() == []


main(sys.argv[1])
