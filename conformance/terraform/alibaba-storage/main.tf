# Disks with a life of their own, snapshots, their policies and images, at Alibaba Cloud. `changed`
# is the second apply: names, sizes, shares and policies are others, and one machine is given
# another image.
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

provider "alicloud" {
  alias                  = "shanghai"
  region                 = "cn-shanghai"
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

variable "neighbour" {
  type = string
}

variable "other" {
  type = string
}

locals {
  zone = data.alicloud_zones.for_disks.zones[0].id
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
  availability_zone = local.zone
  cpu_core_count    = 2
  memory_size       = 8
}

resource "alicloud_vpc" "this" {
  vpc_name   = "walk"
  cidr_block = "10.20.0.0/16"
}

resource "alicloud_vswitch" "one" {
  vswitch_name = "walk"
  vpc_id       = alicloud_vpc.this.id
  zone_id      = local.zone
  cidr_block   = "10.20.1.0/24"
}

resource "alicloud_security_group" "this" {
  security_group_name = "walk"
  vpc_id              = alicloud_vpc.this.id
}

resource "alicloud_ecs_key_pair" "imported" {
  key_pair_name = "walk-key"
  public_key    = var.public_key
}

resource "alicloud_instance" "template" {
  instance_name        = "template"
  availability_zone    = local.zone
  image_id             = data.alicloud_images.public.images[0].id
  instance_type        = data.alicloud_instance_types.small.instance_types[0].id
  vswitch_id           = alicloud_vswitch.one.id
  security_groups      = [alicloud_security_group.this.id]
  system_disk_category = "cloud_essd"
  system_disk_size     = var.changed ? 60 : 40
  key_name             = alicloud_ecs_key_pair.imported.key_pair_name
}

resource "alicloud_ecs_disk" "kept" {
  disk_name            = "${local.name}-kept"
  description          = var.changed ? "of the second apply" : "of the first apply"
  zone_id              = local.zone
  category             = "cloud_essd"
  performance_level    = "PL1"
  size                 = var.changed ? 60 : 50
  delete_auto_snapshot = var.changed
  tags                 = local.tags
}

resource "alicloud_ecs_disk" "free" {
  disk_name = "walk-free"
  zone_id   = local.zone
  category  = "cloud_ssd"
  size      = 40
  encrypted = true
}

resource "alicloud_ecs_disk_attachment" "kept" {
  disk_id     = alicloud_ecs_disk.kept.id
  instance_id = alicloud_instance.template.id
}

resource "alicloud_ecs_snapshot" "first" {
  disk_id        = alicloud_ecs_disk_attachment.kept.disk_id
  category       = "standard"
  snapshot_name  = "${local.name}-snapshot"
  description    = var.changed ? "of the second apply" : "of the first apply"
  retention_days = 20
  tags           = local.tags
}

resource "alicloud_ecs_disk" "from_snapshot" {
  disk_name         = "walk-copy"
  zone_id           = local.zone
  category          = "cloud_essd"
  performance_level = "PL0"
  size              = 100
  snapshot_id       = alicloud_ecs_snapshot.first.id
}

resource "alicloud_ecs_auto_snapshot_policy" "nightly" {
  auto_snapshot_policy_name = "${local.name}-nightly"
  repeat_weekdays           = var.changed ? ["1", "2", "3", "4", "5", "6", "7"] : ["1", "4"]
  retention_days            = var.changed ? -1 : 7
  time_points               = ["1"]
  tags                      = local.tags
}

resource "alicloud_ecs_auto_snapshot_policy_attachment" "kept" {
  auto_snapshot_policy_id = alicloud_ecs_auto_snapshot_policy.nightly.id
  disk_id                 = alicloud_ecs_disk.kept.id
}

resource "alicloud_image" "golden" {
  instance_id = alicloud_instance.template.id
  image_name  = "${local.name}-golden"
  description = var.changed ? "of the second apply" : "of the first apply"
  tags        = local.tags

  # One operation at a time on the instance.
  depends_on = [alicloud_ecs_snapshot.first]
}

resource "alicloud_image_share_permission" "golden" {
  image_id   = alicloud_image.golden.id
  account_id = var.neighbour
}

resource "alicloud_image_copy" "golden" {
  provider         = alicloud.shanghai
  source_image_id  = alicloud_image.golden.id
  source_region_id = "cn-hangzhou"
  image_name       = "${local.name}-copy"
  description      = "of the walk"
}

resource "alicloud_instance" "launched" {
  instance_name        = "launched"
  availability_zone    = local.zone
  image_id             = var.changed ? data.alicloud_images.public.images[0].id : alicloud_image.golden.id
  instance_type        = data.alicloud_instance_types.small.instance_types[0].id
  vswitch_id           = alicloud_vswitch.one.id
  security_groups      = [alicloud_security_group.this.id]
  system_disk_category = "cloud_essd"
  system_disk_size     = 100
}
