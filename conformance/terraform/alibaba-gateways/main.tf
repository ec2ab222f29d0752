# Gateways to the internet and sets of DHCP options, at Alibaba Cloud. `changed` is the second
# apply: names, name servers and states are others.
terraform {
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}

provider "alicloud" {
  region                 = "cn-hangzhou"
  protocol               = "HTTP"
  skip_region_validation = true
}

variable "changed" {
  type    = bool
  default = false
}

variable "public_key" {
  type = string
}

locals {
  name = var.changed ? "renamed" : "walk"
  tags = var.changed ? { stage = "second", owner = "ops" } : { stage = "first", made = "terraform" }
}

resource "alicloud_vpc" "this" {
  vpc_name    = "gateways"
  cidr_block  = "10.30.0.0/16"
  enable_ipv6 = true
}

resource "alicloud_vpc_ipv4_gateway" "this" {
  ipv4_gateway_name        = "${local.name}-ipv4"
  ipv4_gateway_description = "what leaves, ${local.name}"
  vpc_id                   = alicloud_vpc.this.id
  enabled                  = var.changed
  tags                     = local.tags
}

resource "alicloud_route_entry" "out" {
  route_table_id        = alicloud_vpc.this.route_table_id
  destination_cidrblock = var.changed ? "0.0.0.0/0" : "203.0.113.0/24"
  nexthop_type          = "Ipv4Gateway"
  nexthop_id            = alicloud_vpc_ipv4_gateway.this.id
}

resource "alicloud_vpc_ipv6_gateway" "this" {
  ipv6_gateway_name = "${local.name}-ipv6"
  description       = "ipv6-${local.name}"
  vpc_id            = alicloud_vpc.this.id
  tags              = local.tags
}

resource "alicloud_vpc_dhcp_options_set" "this" {
  dhcp_options_set_name        = "${local.name}-dhcp"
  dhcp_options_set_description = "what machines are told"
  domain_name                  = "${local.name}.example.com"
  domain_name_servers          = var.changed ? "10.30.0.53,10.30.1.53" : "10.30.0.53"
  lease_time                   = var.changed ? "24h" : "3650d"
  tags                         = local.tags
}

resource "alicloud_vpc_dhcp_options_set_attachment" "this" {
  vpc_id              = alicloud_vpc.this.id
  dhcp_options_set_id = alicloud_vpc_dhcp_options_set.this.id
}

data "alicloud_vpc_ipv4_gateways" "all" {
  ids = [alicloud_vpc_ipv4_gateway.this.id]
}

data "alicloud_vpc_ipv6_gateways" "all" {
  ids = [alicloud_vpc_ipv6_gateway.this.id]
}

data "alicloud_vpc_dhcp_options_sets" "all" {
  ids = [alicloud_vpc_dhcp_options_set.this.id]
}
