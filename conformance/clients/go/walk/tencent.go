package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
	tchttp "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/http"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/profile"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"
)

// walkTencent launches, lists, opens by a key pair and a rule, and releases an instance.
func walkTencent(scheme string) {
	settings := profile.NewClientProfile()
	settings.HttpProfile.Endpoint = os.Getenv("YUNTAI_ENDPOINT")
	settings.HttpProfile.Scheme = scheme
	key := common.NewCredential(os.Getenv("TENCENTCLOUD_SECRET_ID"), os.Getenv("TENCENTCLOUD_SECRET_KEY"))
	client := must(cvm.NewClient(key, "ap-guangzhou", settings))

	makePair := cvm.NewCreateKeyPairRequest()
	makePair.KeyName = common.StringPtr("walk_go_" + scheme)
	makePair.ProjectId = common.Int64Ptr(0)
	pair := must(client.CreateKeyPair(makePair)).Response.KeyPair

	run := cvm.NewRunInstancesRequest()
	run.Placement = &cvm.Placement{Zone: common.StringPtr("ap-guangzhou-3")}
	run.ImageId = common.StringPtr("img-9qabwvbn")
	run.InstanceType = common.StringPtr("S5.MEDIUM4")
	run.LoginSettings = &cvm.LoginSettings{KeyIds: []*string{pair.KeyId}}
	run.TagSpecification = []*cvm.TagSpecification{{
		ResourceType: common.StringPtr("instance"),
		Tags:         []*cvm.Tag{{Key: common.StringPtr("walk"), Value: common.StringPtr("go-" + scheme)}},
	}}
	id := must(client.RunInstances(run)).Response.InstanceIdSet[0]

	list := cvm.NewDescribeInstancesRequest()
	list.Filters = []*cvm.Filter{{
		Name:   common.StringPtr("tag:walk"),
		Values: []*string{common.StringPtr("go-" + scheme)},
	}}
	shown := func() []*cvm.Instance {
		return must(client.DescribeInstances(list)).Response.InstanceSet
	}
	until("the instance runs", func() bool { return *shown()[0].InstanceState == "RUNNING" })
	require(*shown()[0].InstanceId == *id, "the tag leads to the instance")
	require(*shown()[0].LoginSettings.KeyIds[0] == *pair.KeyId, "the key pair is bound")

	openAndCloseTencent(common.NewCommonClient(key, "ap-guangzhou", settings), *shown()[0].SecurityGroupIds[0])
	release := cvm.NewTerminateInstancesRequest()
	release.InstanceIds = []*string{id}
	must(client.TerminateInstances(release))
	until("the instance is gone", func() bool { return len(shown()) == 0 })
	forget := cvm.NewDeleteKeyPairsRequest()
	forget.KeyIds = []*string{pair.KeyId}
	must(client.DeleteKeyPairs(forget))
	fmt.Printf("walked over %s: %s\n", scheme, *id)
}

// openAndCloseTencent opens a port to a block of addresses, and closes it again, by the client that
// the SDK has for any service.
func openAndCloseTencent(client *common.Client, group string) {
	call := func(action string, policies map[string]any) []byte {
		request := tchttp.NewCommonRequest("vpc", "2017-03-12", action)
		asked := map[string]any{"SecurityGroupId": group}
		if policies != nil {
			asked["SecurityGroupPolicySet"] = policies
		}
		if err := request.SetActionParameters(asked); err != nil {
			panic(err)
		}
		response := tchttp.NewCommonResponse()
		must(response, client.Send(request, response))
		return response.GetBody()
	}
	opened := func() int {
		var shown struct {
			Response struct {
				SecurityGroupPolicySet struct{ Ingress []struct{ Port string } }
			}
		}
		if err := json.Unmarshal(call("DescribeSecurityGroupPolicies", nil), &shown); err != nil {
			panic(err)
		}
		count := 0
		for _, each := range shown.Response.SecurityGroupPolicySet.Ingress {
			if each.Port == "8446" {
				count++
			}
		}
		return count
	}
	call("CreateSecurityGroupPolicies", map[string]any{"Ingress": []map[string]any{{
		"PolicyIndex": 0, "Protocol": "TCP", "Port": "8446", "CidrBlock": "192.0.2.0/24", "Action": "ACCEPT",
	}}})
	require(opened() == 1, "the rule is shown")
	call("DeleteSecurityGroupPolicies", map[string]any{"Ingress": []map[string]any{{"PolicyIndex": 0}}})
	require(opened() == 0, "the rule is gone")
}
