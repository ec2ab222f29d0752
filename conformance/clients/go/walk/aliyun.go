package main

import (
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	ecs "github.com/alibabacloud-go/ecs-20140526/v7/client"
	"github.com/alibabacloud-go/tea/tea"
)

const region = "cn-guangzhou"

// walkAliyun launches, lists, tags, opens by a rule and a key pair, and releases an instance.
func walkAliyun(scheme string) {
	client := must(ecs.NewClient(&openapi.Config{
		AccessKeyId:     tea.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")),
		AccessKeySecret: tea.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")),
		RegionId:        tea.String(region),
		Endpoint:        tea.String(os.Getenv("YUNTAI_ENDPOINT")),
		Protocol:        tea.String(scheme),
	}))
	keyName := tea.String("walk_go_" + scheme)
	must(client.CreateKeyPair(&ecs.CreateKeyPairRequest{RegionId: tea.String(region), KeyPairName: keyName}))
	created := must(client.CreateInstance(&ecs.CreateInstanceRequest{
		RegionId:     tea.String(region),
		ImageId:      tea.String("ubuntu_22_04_x64_20G_alibase_20230613.vhd"),
		InstanceType: tea.String("ecs.g6.large"),
		KeyPairName:  keyName,
	}))
	id := created.Body.InstanceId
	ids := tea.String(`["` + *id + `"]`)
	shown := func() []*ecs.DescribeInstancesResponseBodyInstancesInstance {
		asked := &ecs.DescribeInstancesRequest{RegionId: tea.String(region), InstanceIds: ids}
		return must(client.DescribeInstances(asked)).Body.Instances.Instance
	}
	until("the instance is made", func() bool { return *shown()[0].Status == "Stopped" })
	must(client.StartInstance(&ecs.StartInstanceRequest{InstanceId: id}))
	until("the instance runs", func() bool { return *shown()[0].Status == "Running" })
	require(*shown()[0].KeyPairName == *keyName, "the key pair is bound")
	must(client.TagResources(&ecs.TagResourcesRequest{
		RegionId:     tea.String(region),
		ResourceType: tea.String("instance"),
		ResourceId:   []*string{id},
		Tag:          []*ecs.TagResourcesRequestTag{{Key: tea.String("walk"), Value: tea.String("go")}},
	}))
	require(*shown()[0].Tags.Tag[0].TagKey == "walk", "the tag is shown")
	openAndClose(client, shown()[0].SecurityGroupIds.SecurityGroupId[0])
	must(client.DeleteInstance(&ecs.DeleteInstanceRequest{InstanceId: id, Force: tea.Bool(true)}))
	until("the instance is gone", func() bool { return len(shown()) == 0 })
	names := tea.String(`["` + *keyName + `"]`)
	must(client.DeleteKeyPairs(&ecs.DeleteKeyPairsRequest{RegionId: tea.String(region), KeyPairNames: names}))
	fmt.Printf("walked over %s: %s\n", scheme, *id)
}

// openAndClose opens a port to a block of addresses, and closes it again.
func openAndClose(client *ecs.Client, group *string) {
	protocol, ports, source := tea.String("tcp"), tea.String("8444/8444"), tea.String("192.0.2.0/24")
	opened := func() int {
		asked := &ecs.DescribeSecurityGroupAttributeRequest{RegionId: tea.String(region), SecurityGroupId: group}
		count := 0
		for _, each := range must(client.DescribeSecurityGroupAttribute(asked)).Body.Permissions.Permission {
			if *each.PortRange == *ports {
				count++
			}
		}
		return count
	}
	must(client.AuthorizeSecurityGroup(&ecs.AuthorizeSecurityGroupRequest{
		RegionId:        tea.String(region),
		SecurityGroupId: group,
		Permissions: []*ecs.AuthorizeSecurityGroupRequestPermissions{
			{IpProtocol: protocol, PortRange: ports, SourceCidrIp: source},
		},
	}))
	require(opened() == 1, "the rule is shown")
	must(client.RevokeSecurityGroup(&ecs.RevokeSecurityGroupRequest{
		RegionId:        tea.String(region),
		SecurityGroupId: group,
		Permissions: []*ecs.RevokeSecurityGroupRequestPermissions{
			{IpProtocol: protocol, PortRange: ports, SourceCidrIp: source},
		},
	}))
	require(opened() == 0, "the rule is gone")
}
