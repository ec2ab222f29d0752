/** Where the code is to point. */
export interface Pointed {
  /** Such as 127.0.0.1:8600. */
  readonly hostPort: string;
  readonly tencentRegion: string;
  readonly aliyunRegion: string;
}

/** Clients for which there is no variable that they take their endpoint from. */
export const snippetNames = ['cli', 'node', 'python', 'go', 'terraform'] as const;

export type SnippetName = (typeof snippetNames)[number];

/** How a client is pointed at this server in its own words; ids come from the environment. */
export const snippets: Readonly<Record<SnippetName, (target: Pointed) => string>> = {
  cli: ({ hostPort, tencentRegion, aliyunRegion }) => `\
# tccli: an endpoint with its scheme; "configure set" keeps one for a service
tccli cvm DescribeInstances --region ${tencentRegion} --endpoint http://${hostPort}
tccli configure set cvm.endpoint http://${hostPort} vpc.endpoint http://${hostPort}

# aliyun: an endpoint without a scheme, and --insecure for HTTP
aliyun ecs DescribeInstances --region ${aliyunRegion} --endpoint ${hostPort} --insecure
`,
  node: ({ hostPort, tencentRegion, aliyunRegion }) => `\
// Node, tencentcloud-sdk-nodejs-cvm
import { cvm } from 'tencentcloud-sdk-nodejs-cvm';
const tencent = new cvm.v20170312.Client({
  credential: {
    secretId: process.env.TENCENTCLOUD_SECRET_ID,
    secretKey: process.env.TENCENTCLOUD_SECRET_KEY,
  },
  region: '${tencentRegion}',
  profile: { httpProfile: { endpoint: '${hostPort}', protocol: 'http://' } },
});

// Node, @alicloud/ecs20140526
import ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
const aliyun = new ecs.default(new $OpenApiUtil.Config({
  accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
  accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
  regionId: '${aliyunRegion}',
  endpoint: '${hostPort}',
  protocol: 'http',
}));
`,
  python: ({ hostPort, tencentRegion, aliyunRegion }) => `\
# Python, tencentcloud-sdk-python
import os
from tencentcloud.common import credential
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.cvm.v20170312 import cvm_client
tencent = cvm_client.CvmClient(
    credential.Credential(
        os.environ["TENCENTCLOUD_SECRET_ID"], os.environ["TENCENTCLOUD_SECRET_KEY"]
    ),
    "${tencentRegion}",
    ClientProfile(httpProfile=HttpProfile(endpoint="${hostPort}", protocol="http")),
)

# Python, alibabacloud_ecs20140526
from alibabacloud_ecs20140526.client import Client
from alibabacloud_tea_openapi.models import Config
aliyun = Client(Config(
    access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
    access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
    region_id="${aliyunRegion}",
    endpoint="${hostPort}",
    protocol="http",
))

from alibabacloud_ecs20140526.models import DescribeInstancesRequest
from tencentcloud.cvm.v20170312 import models
print(tencent.DescribeInstances(models.DescribeInstancesRequest()).TotalCount)
listed = aliyun.describe_instances(DescribeInstancesRequest(region_id="${aliyunRegion}"))
print(listed.body.total_count)
`,
  go: ({ hostPort, tencentRegion, aliyunRegion }) => `\
// Go, tencentcloud-sdk-go and alibabacloud-go/ecs-20140526
package main

import (
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	ecs "github.com/alibabacloud-go/ecs-20140526/v7/client"
	"github.com/alibabacloud-go/tea/tea"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/profile"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"
)

func main() {
	cpf := profile.NewClientProfile()
	cpf.HttpProfile.Endpoint = "${hostPort}"
	cpf.HttpProfile.Scheme = "HTTP"
	id, secret := os.Getenv("TENCENTCLOUD_SECRET_ID"), os.Getenv("TENCENTCLOUD_SECRET_KEY")
	key := common.NewCredential(id, secret)
	tencent, err := cvm.NewClient(key, "${tencentRegion}", cpf)
	fmt.Println(err)
	listed, err := tencent.DescribeInstances(cvm.NewDescribeInstancesRequest())
	fmt.Println(listed.ToJsonString(), err)

	aliyun, err := ecs.NewClient(&openapi.Config{
		AccessKeyId:     tea.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")),
		AccessKeySecret: tea.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")),
		RegionId:        tea.String("${aliyunRegion}"),
		Endpoint:        tea.String("${hostPort}"),
		Protocol:        tea.String("http"),
	})
	fmt.Println(err)
	asked := &ecs.DescribeInstancesRequest{RegionId: tea.String("${aliyunRegion}")}
	fmt.Println(aliyun.DescribeInstances(asked))
}
`,
  terraform: ({ hostPort, tencentRegion, aliyunRegion }) => `\
# Terraform; the Tencent provider makes host names of its own (cvm.<domain>), which must resolve
provider "tencentcloud" {
  region   = "${tencentRegion}"
  domain   = "${hostPort.replace('127.0.0.1', 'localhost')}"
  protocol = "HTTP"
}
provider "alicloud" {
  region                 = "${aliyunRegion}"
  protocol               = "HTTP"
  skip_region_validation = true
  endpoints {
    ecs = "${hostPort}"
    vpc = "${hostPort}"
    sts = "${hostPort}"
  }
}
`,
};
