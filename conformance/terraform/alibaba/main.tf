# A network with two vswitches, a route, a security group with rules in both directions, a key pair
# and two instances, at Alibaba Cloud. `changed` is the second apply: names, tags, rules, groups
# and user data are others.
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

data "alicloud_zones" "for_disks" {
  available_disk_category     = "cloud_essd"
  available_resource_creation = "VSwitch"
}

data "alicloud_images" "public" {
  owners     = "system"
  name_regex = "^ubuntu"
}

data "alicloud_instance_types" "small" {
  availability_zone = data.alicloud_zones.for_disks.zones[0].id
  cpu_core_count    = 2
  memory_size       = 8
}

resource "alicloud_vpc" "this" {
  vpc_name    = local.name
  description = "of the walk"
  cidr_block  = "10.20.0.0/16"
  tags        = local.tags
}

resource "alicloud_vswitch" "one" {
  vswitch_name = "${local.name}-one"
  vpc_id       = alicloud_vpc.this.id
  zone_id      = data.alicloud_zones.for_disks.zones[0].id
  cidr_block   = "10.20.1.0/24"
  tags         = local.tags
}

resource "alicloud_vswitch" "two" {
  vswitch_name = "${local.name}-two"
  vpc_id       = alicloud_vpc.this.id
  zone_id      = data.alicloud_zones.for_disks.zones[0].id
  cidr_block   = "10.20.2.0/24"
}

resource "alicloud_route_table" "this" {
  vpc_id           = alicloud_vpc.this.id
  route_table_name = local.name
  description      = "of the walk"
  tags             = local.tags
}

resource "alicloud_route_table_attachment" "one" {
  vswitch_id     = alicloud_vswitch.one.id
  route_table_id = alicloud_route_table.this.id
}

resource "alicloud_route_entry" "through_first" {
  route_table_id        = alicloud_route_table.this.id
  destination_cidrblock = "172.30.0.0/24"
  nexthop_type          = "Instance"
  nexthop_id            = alicloud_instance.whole.id
}

resource "alicloud_security_group" "web" {
  security_group_name = "${local.name}-web"
  description         = var.changed ? "serves pages, renamed" : "serves pages"
  vpc_id              = alicloud_vpc.this.id
  tags                = local.tags
}

resource "alicloud_security_group" "admin" {
  security_group_name = "walk-admin"
  vpc_id              = alicloud_vpc.this.id
  inner_access_policy = var.changed ? "Drop" : "Accept"
}

resource "alicloud_security_group_rule" "pages" {
  security_group_id = alicloud_security_group.web.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = var.changed ? "443/443" : "80/80"
  priority          = 10
  cidr_ip           = "0.0.0.0/0"
  description       = var.changed ? "pages, sealed" : "pages"
}

resource "alicloud_security_group_rule" "administrators" {
  security_group_id        = alicloud_security_group.web.id
  type                     = "ingress"
  ip_protocol              = "all"
  port_range               = "-1/-1"
  source_security_group_id = alicloud_security_group.admin.id
}

resource "alicloud_security_group_rule" "out" {
  security_group_id = alicloud_security_group.web.id
  type              = "egress"
  ip_protocol       = "udp"
  port_range        = "53/53"
  policy            = "drop"
  cidr_ip           = "8.8.8.0/24"
}

resource "alicloud_ecs_key_pair" "imported" {
  key_pair_name = "walk-key"
  public_key    = var.public_key
  tags          = local.tags
}

resource "alicloud_instance" "whole" {
  instance_name        = "${local.name}-whole"
  description          = "of the walk"
  host_name            = "whole"
  availability_zone    = data.alicloud_zones.for_disks.zones[0].id
  image_id             = data.alicloud_images.public.images[0].id
  instance_type        = data.alicloud_instance_types.small.instance_types[0].id
  vswitch_id           = alicloud_vswitch.one.id
  security_groups      = var.changed ? [alicloud_security_group.web.id, alicloud_security_group.admin.id] : [alicloud_security_group.web.id]
  system_disk_category = "cloud_essd"
  system_disk_size     = 40
  key_name             = alicloud_ecs_key_pair.imported.key_pair_name
  user_data            = var.changed ? "#!/bin/sh\necho second" : "#!/bin/sh\necho first"
  tags                 = local.tags

  data_disks {
    name        = "one"
    size        = 60
    category    = "cloud_essd"
    description = "the first"
  }

  data_disks {
    name                 = "two"
    size                 = 100
    category             = "cloud_essd"
    performance_level    = "PL1"
    delete_with_instance = true
  }
}

resource "alicloud_instance" "plain" {
  instance_name        = "${local.name}-plain"
  availability_zone    = data.alicloud_zones.for_disks.zones[0].id
  image_id             = data.alicloud_images.public.images[0].id
  instance_type        = data.alicloud_instance_types.small.instance_types[0].id
  vswitch_id           = alicloud_vswitch.two.id
  security_groups      = [alicloud_security_group.admin.id]
  system_disk_category = "cloud_essd"
}

output "zones" {
  value = data.alicloud_zones.for_disks.ids
}
