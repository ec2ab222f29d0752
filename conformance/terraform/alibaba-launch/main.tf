# Launch templates, at Alibaba Cloud. `changed` is the second apply: the template has another
# version, which becomes the default one.
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
}

data "alicloud_zones" "this" {
  available_disk_category     = "cloud_essd"
  available_resource_creation = "VSwitch"
}

data "alicloud_images" "public" {
  owners     = "system"
  name_regex = "^ubuntu"
}

resource "alicloud_vpc" "this" {
  vpc_name   = "walk"
  cidr_block = "10.40.0.0/16"
}

resource "alicloud_vswitch" "this" {
  vpc_id       = alicloud_vpc.this.id
  vswitch_name = "walk"
  cidr_block   = "10.40.1.0/24"
  zone_id      = local.zone
}

resource "alicloud_security_group" "this" {
  security_group_name = "walk"
  vpc_id              = alicloud_vpc.this.id
}

resource "alicloud_ecs_key_pair" "this" {
  key_pair_name = "walk"
  public_key    = var.public_key
}

resource "alicloud_ecs_launch_template" "this" {
  launch_template_name          = "walk"
  version_description           = var.changed ? "second" : "first"
  update_default_version_number = true
  image_id                      = data.alicloud_images.public.images[0].id
  instance_type                 = "ecs.g6.large"
  instance_name                 = var.changed ? "renamed" : "walk"
  key_pair_name                 = alicloud_ecs_key_pair.this.id
  security_group_id             = alicloud_security_group.this.id
  vswitch_id                    = alicloud_vswitch.this.id
  vpc_id                        = alicloud_vpc.this.id
  zone_id                       = local.zone
  internet_charge_type          = "PayByTraffic"
  internet_max_bandwidth_out    = 5
  user_data                     = base64encode("#!/bin/sh")
  template_tags                 = { made = "terraform" }
  tags                          = { stage = var.changed ? "second" : "first" }

  system_disk {
    category = "cloud_essd"
    size     = 40
  }
  data_disks {
    category = "cloud_essd"
    size     = 20
    name     = "data"
  }
  network_interfaces {
    name              = "eth1"
    description       = "walk"
    primary_ip        = "10.40.1.9"
    security_group_id = alicloud_security_group.this.id
    vswitch_id        = alicloud_vswitch.this.id
  }
}

data "alicloud_ecs_launch_templates" "named" {
  ids            = [alicloud_ecs_launch_template.this.id]
  enable_details = true
}
