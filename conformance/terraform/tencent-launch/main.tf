# Launch templates and their versions, at Tencent Cloud. `changed` is the second apply: a version is
# added. None becomes the default one: that cannot be deleted, and a destroy would stop at it.
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
  zone = "ap-guangzhou-3"
}

data "tencentcloud_images" "public" {
  image_type       = ["PUBLIC_IMAGE"]
  image_name_regex = "Ubuntu"
}

resource "tencentcloud_vpc" "this" {
  name       = "walk"
  cidr_block = "10.40.0.0/16"
}

resource "tencentcloud_subnet" "this" {
  vpc_id            = tencentcloud_vpc.this.id
  name              = "walk"
  availability_zone = local.zone
  cidr_block        = "10.40.1.0/24"
}

resource "tencentcloud_security_group" "this" {
  name = "walk"
}

resource "tencentcloud_key_pair" "this" {
  key_name   = "walk"
  public_key = var.public_key
}

resource "tencentcloud_cvm_launch_template" "this" {
  launch_template_name                = "walk"
  launch_template_version_description = "first"
  image_id                            = data.tencentcloud_images.public.images[0].image_id
  instance_type                       = "S5.MEDIUM2"
  instance_name                       = "walk"
  security_group_ids                  = [tencentcloud_security_group.this.id]

  placement {
    zone = local.zone
  }
  virtual_private_cloud {
    vpc_id    = tencentcloud_vpc.this.id
    subnet_id = tencentcloud_subnet.this.id
  }
  system_disk {
    disk_type = "CLOUD_PREMIUM"
    disk_size = 50
  }
  login_settings {
    key_ids = [tencentcloud_key_pair.this.id]
  }
}

resource "tencentcloud_cvm_launch_template_version" "second" {
  count = var.changed ? 1 : 0

  launch_template_id                  = tencentcloud_cvm_launch_template.this.id
  launch_template_version_description = "first"

  placement {
    zone = local.zone
  }
}
