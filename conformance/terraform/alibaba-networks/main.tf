# Addresses, interfaces, gateways, routes and filters, at Alibaba Cloud. `changed` is the second
# apply: names, bandwidths, rules and routes are others.
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
  zone = data.alicloud_zones.this.zones[0].id
  name = var.changed ? "renamed" : "walk"
  tags = var.changed ? { stage = "second", owner = "ops" } : { stage = "first", made = "terraform" }
}

data "alicloud_zones" "this" {
  available_disk_category     = "cloud_essd"
  available_resource_creation = "VSwitch"
}

data "alicloud_images" "public" {
  owners     = "system"
  name_regex = "^ubuntu"
}

data "alicloud_instance_types" "small" {
  availability_zone = local.zone
  cpu_core_count    = 2
  memory_size       = 8
}

resource "alicloud_vpc" "this" {
  vpc_name   = "walk"
  cidr_block = "10.30.0.0/16"
}

resource "alicloud_vswitch" "front" {
  vswitch_name = "front"
  vpc_id       = alicloud_vpc.this.id
  zone_id      = local.zone
  cidr_block   = "10.30.1.0/24"
}

resource "alicloud_vswitch" "back" {
  vswitch_name = "back"
  vpc_id       = alicloud_vpc.this.id
  zone_id      = local.zone
  cidr_block   = "10.30.2.0/24"
}

resource "alicloud_security_group" "this" {
  security_group_name = "walk"
  vpc_id              = alicloud_vpc.this.id
}

resource "alicloud_instance" "this" {
  instance_name        = "walk"
  availability_zone    = local.zone
  image_id             = data.alicloud_images.public.images[0].id
  instance_type        = data.alicloud_instance_types.small.instance_types[0].id
  vswitch_id           = alicloud_vswitch.front.id
  security_groups      = [alicloud_security_group.this.id]
  system_disk_category = "cloud_essd"
}

resource "alicloud_eip_address" "of_instance" {
  address_name         = local.name
  description          = var.changed ? "of the second apply" : "of the first apply"
  bandwidth            = var.changed ? "20" : "10"
  internet_charge_type = "PayByTraffic"
  payment_type         = "PayAsYouGo"
  tags                 = local.tags
}

resource "alicloud_eip_association" "of_instance" {
  allocation_id = alicloud_eip_address.of_instance.id
  instance_id   = alicloud_instance.this.id
}

resource "alicloud_ecs_network_interface" "second" {
  network_interface_name             = local.name
  description                        = var.changed ? "of the second apply" : "of the first apply"
  vswitch_id                         = alicloud_vswitch.back.id
  security_group_ids                 = [alicloud_security_group.this.id]
  secondary_private_ip_address_count = var.changed ? 2 : 1
  tags                               = local.tags
}

resource "alicloud_ecs_network_interface_attachment" "second" {
  network_interface_id = alicloud_ecs_network_interface.second.id
  instance_id          = alicloud_instance.this.id
}

resource "alicloud_nat_gateway" "this" {
  vpc_id           = alicloud_vpc.this.id
  vswitch_id       = alicloud_vswitch.front.id
  nat_gateway_name = local.name
  description      = var.changed ? "of the second apply" : "of the first apply"
  nat_type         = "Enhanced"
  payment_type     = "PayAsYouGo"
  tags             = local.tags
}

resource "alicloud_eip_address" "of_gateway" {
  address_name         = "gateway"
  bandwidth            = "100"
  internet_charge_type = "PayByTraffic"
  payment_type         = "PayAsYouGo"
}

resource "alicloud_eip_association" "of_gateway" {
  allocation_id = alicloud_eip_address.of_gateway.id
  instance_id   = alicloud_nat_gateway.this.id
}

resource "alicloud_snat_entry" "back" {
  snat_table_id     = alicloud_nat_gateway.this.snat_table_ids
  source_vswitch_id = alicloud_vswitch.back.id
  snat_ip           = alicloud_eip_address.of_gateway.ip_address
  snat_entry_name   = local.name
  depends_on        = [alicloud_eip_association.of_gateway]
}

resource "alicloud_forward_entry" "web" {
  forward_table_id   = alicloud_nat_gateway.this.forward_table_ids
  external_ip        = alicloud_eip_address.of_gateway.ip_address
  external_port      = "80"
  ip_protocol        = "tcp"
  internal_ip        = alicloud_instance.this.primary_ip_address
  internal_port      = var.changed ? "8081" : "8080"
  forward_entry_name = local.name
  depends_on         = [alicloud_eip_association.of_gateway]
}

resource "alicloud_route_table" "private" {
  vpc_id           = alicloud_vpc.this.id
  route_table_name = local.name
  description      = var.changed ? "of the second apply" : "of the first apply"
  associate_type   = "VSwitch"
  tags             = local.tags
}

resource "alicloud_route_table_attachment" "back" {
  route_table_id = alicloud_route_table.private.id
  vswitch_id     = alicloud_vswitch.back.id
}

resource "alicloud_route_entry" "out" {
  route_table_id        = alicloud_route_table.private.id
  destination_cidrblock = "0.0.0.0/0"
  nexthop_type          = "NatGateway"
  nexthop_id            = alicloud_nat_gateway.this.id
}

resource "alicloud_havip" "this" {
  ha_vip_name = local.name
  description = var.changed ? "of the second apply" : "of the first apply"
  vswitch_id  = alicloud_vswitch.front.id
  ip_address  = "10.30.1.100"
}

resource "alicloud_network_acl" "this" {
  vpc_id           = alicloud_vpc.this.id
  network_acl_name = local.name
  description      = var.changed ? "of the second apply" : "of the first apply"

  ingress_acl_entries {
    network_acl_entry_name = "ssh"
    description            = "ssh"
    source_cidr_ip         = "10.30.0.0/16"
    port                   = var.changed ? "22/23" : "22/22"
    protocol               = "tcp"
    policy                 = "accept"
  }

  egress_acl_entries {
    network_acl_entry_name = "all"
    description            = "all"
    destination_cidr_ip    = "0.0.0.0/0"
    port                   = "-1/-1"
    protocol               = "all"
    policy                 = "accept"
  }

  resources {
    resource_id   = alicloud_vswitch.back.id
    resource_type = "VSwitch"
  }
}

resource "alicloud_ecs_prefix_list" "offices" {
  prefix_list_name = local.name
  description      = var.changed ? "of the second apply" : "of the first apply"
  address_family   = "IPv4"
  max_entries      = 3

  entry {
    cidr        = var.changed ? "192.168.1.0/24" : "192.168.0.0/24"
    description = "office"
  }
}

resource "alicloud_vpc_ipv4_cidr_block" "more" {
  vpc_id               = alicloud_vpc.this.id
  secondary_cidr_block = "192.168.0.0/16"
}
