# A network with two subnets, a route, a security group with rules in both directions, a key pair
# and two instances, at Tencent Cloud. `changed` is the second apply: names, tags, rules, groups
# and user data are others.
terraform {
  required_providers {
    tencentcloud = { source = "tencentcloudstack/tencentcloud" }
  }
}

provider "tencentcloud" {
  region = "ap-guangzhou"
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

data "tencentcloud_availability_zones_by_product" "all" {
  product = "cvm"
}

data "tencentcloud_images" "public" {
  image_type       = ["PUBLIC_IMAGE"]
  image_name_regex = "Ubuntu"
}

data "tencentcloud_instance_types" "small" {
  availability_zone = "ap-guangzhou-3"
  cpu_core_count    = 2
  memory_size       = 2
  exclude_sold_out  = true
}

resource "tencentcloud_vpc" "this" {
  name       = local.name
  cidr_block = "10.20.0.0/16"
  tags       = local.tags
}

resource "tencentcloud_route_table" "this" {
  vpc_id = tencentcloud_vpc.this.id
  name   = local.name
  tags   = local.tags
}

resource "tencentcloud_subnet" "one" {
  vpc_id            = tencentcloud_vpc.this.id
  name              = "${local.name}-one"
  availability_zone = "ap-guangzhou-3"
  cidr_block        = "10.20.1.0/24"
  route_table_id    = tencentcloud_route_table.this.id
  tags              = local.tags
}

resource "tencentcloud_subnet" "two" {
  vpc_id            = tencentcloud_vpc.this.id
  name              = "${local.name}-two"
  availability_zone = "ap-guangzhou-4"
  cidr_block        = "10.20.2.0/24"
}

resource "tencentcloud_route_table_entry" "through_first" {
  route_table_id         = tencentcloud_route_table.this.id
  destination_cidr_block = "172.30.0.0/24"
  next_type              = "NORMAL_CVM"
  next_hub               = tencentcloud_instance.whole.private_ip
  description            = "through the first instance"
}

resource "tencentcloud_security_group" "web" {
  name        = "${local.name}-web"
  description = var.changed ? "serves pages, renamed" : "serves pages"
  tags        = local.tags
}

resource "tencentcloud_security_group" "admin" {
  name = "walk-admin"
}

resource "tencentcloud_security_group_rule_set" "web" {
  security_group_id = tencentcloud_security_group.web.id

  ingress {
    action      = "ACCEPT"
    cidr_block  = "0.0.0.0/0"
    protocol    = "TCP"
    port        = var.changed ? "443" : "80,443"
    description = "pages"
  }

  dynamic "ingress" {
    for_each = var.changed ? [] : [1]
    content {
      action      = "DROP"
      cidr_block  = "10.99.0.0/16"
      protocol    = "UDP"
      port        = "8000-8100"
      description = "nothing from there"
    }
  }

  ingress {
    action             = "ACCEPT"
    protocol           = "ALL"
    port               = "ALL"
    source_security_id = tencentcloud_security_group.admin.id
    description        = "administrators"
  }

  egress {
    action      = "ACCEPT"
    cidr_block  = "10.0.0.0/8"
    protocol    = "ALL"
    port        = "ALL"
    description = var.changed ? "inside, still" : "inside"
  }
}

resource "tencentcloud_key_pair" "imported" {
  key_name   = "walk_key"
  public_key = var.public_key
  tags       = local.tags
}

resource "tencentcloud_instance" "whole" {
  instance_name           = "${local.name}-whole"
  availability_zone       = "ap-guangzhou-3"
  image_id                = data.tencentcloud_images.public.images[0].image_id
  instance_type           = data.tencentcloud_instance_types.small.instance_types[0].instance_type
  vpc_id                  = tencentcloud_vpc.this.id
  subnet_id               = tencentcloud_subnet.one.id
  system_disk_type        = "CLOUD_PREMIUM"
  system_disk_size        = 50
  orderly_security_groups = var.changed ? [tencentcloud_security_group.admin.id, tencentcloud_security_group.web.id] : [tencentcloud_security_group.web.id]
  key_ids                 = [tencentcloud_key_pair.imported.id]
  user_data_raw           = var.changed ? "#!/bin/sh\necho second" : "#!/bin/sh\necho first"
  tags                    = local.tags

  data_disks {
    data_disk_type       = "CLOUD_PREMIUM"
    data_disk_size       = 60
    data_disk_name       = "one"
    delete_with_instance = true
  }

  data_disks {
    data_disk_type       = "CLOUD_SSD"
    data_disk_size       = 100
    data_disk_name       = "two"
    delete_with_instance = true
  }
}

resource "tencentcloud_instance" "plain" {
  instance_name     = "${local.name}-plain"
  availability_zone = "ap-guangzhou-4"
  image_id          = data.tencentcloud_images.public.images[0].image_id
  instance_type     = "S5.MEDIUM4"
  vpc_id            = tencentcloud_vpc.this.id
  subnet_id         = tencentcloud_subnet.two.id
  system_disk_type  = "CLOUD_PREMIUM"
}

output "zones" {
  value = [for zone in data.tencentcloud_availability_zones_by_product.all.zones : zone.name]
}
