# Disks with a life of their own, snapshots, their policies and images, at Tencent Cloud. `changed`
# is the second apply: names, sizes, shares and policies are others, and one machine is reinstalled
# from an image of the other.
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
  name = var.changed ? "renamed" : "walk"
  tags = var.changed ? { stage = "second", owner = "ops" } : { stage = "first", made = "terraform" }
}

data "tencentcloud_images" "public" {
  image_type       = ["PUBLIC_IMAGE"]
  image_name_regex = "Ubuntu"
}

data "tencentcloud_instance_types" "small" {
  availability_zone = local.zone
  cpu_core_count    = 2
  memory_size       = 2
  exclude_sold_out  = true
}

resource "tencentcloud_vpc" "this" {
  name       = "walk"
  cidr_block = "10.20.0.0/16"
}

resource "tencentcloud_subnet" "one" {
  vpc_id            = tencentcloud_vpc.this.id
  name              = "walk"
  availability_zone = local.zone
  cidr_block        = "10.20.1.0/24"
}

resource "tencentcloud_key_pair" "imported" {
  key_name   = "walk_key"
  public_key = var.public_key
}

resource "tencentcloud_instance" "template" {
  instance_name     = "template"
  availability_zone = local.zone
  image_id          = data.tencentcloud_images.public.images[0].image_id
  instance_type     = data.tencentcloud_instance_types.small.instance_types[0].instance_type
  vpc_id            = tencentcloud_vpc.this.id
  subnet_id         = tencentcloud_subnet.one.id
  system_disk_type  = "CLOUD_PREMIUM"
  system_disk_size  = var.changed ? 80 : 50
  key_ids           = [tencentcloud_key_pair.imported.id]

  data_disks {
    data_disk_type       = "CLOUD_PREMIUM"
    data_disk_size       = var.changed ? 120 : 100
    delete_with_instance = true
  }
}

resource "tencentcloud_cbs_storage" "kept" {
  storage_name      = "${local.name}-kept"
  storage_type      = "CLOUD_PREMIUM"
  storage_size      = var.changed ? 60 : 50
  availability_zone = local.zone
  tags              = local.tags
}

resource "tencentcloud_cbs_storage" "free" {
  storage_name      = "walk-free"
  storage_type      = "CLOUD_SSD"
  storage_size      = var.changed ? 220 : 200
  availability_zone = local.zone
  encrypt           = true
}

resource "tencentcloud_cbs_storage_attachment" "kept" {
  storage_id  = tencentcloud_cbs_storage.kept.id
  instance_id = tencentcloud_instance.template.id
}

resource "tencentcloud_cbs_snapshot" "first" {
  storage_id    = tencentcloud_cbs_storage_attachment.kept.storage_id
  snapshot_name = "${local.name}-snapshot"
  disk_usage    = "DATA_DISK"
  tags          = local.tags
}

resource "tencentcloud_cbs_storage" "from_snapshot" {
  storage_name      = "walk-copy"
  storage_type      = "CLOUD_PREMIUM"
  storage_size      = 100
  availability_zone = local.zone
  snapshot_id       = tencentcloud_cbs_snapshot.first.id
}

resource "tencentcloud_cbs_snapshot_share_permission" "first" {
  snapshot_id = tencentcloud_cbs_snapshot.first.id
  account_ids = var.changed ? [var.neighbour, var.other] : [var.neighbour]
}

resource "tencentcloud_cbs_snapshot_policy" "nightly" {
  snapshot_policy_name = "${local.name}-nightly"
  repeat_weekdays      = var.changed ? [0, 1, 2, 3, 4, 5, 6] : [1, 4]
  repeat_hours         = [1]
  retention_days       = var.changed ? 14 : 7
}

resource "tencentcloud_cbs_snapshot_policy_attachment" "kept" {
  storage_id         = tencentcloud_cbs_storage.kept.id
  snapshot_policy_id = tencentcloud_cbs_snapshot_policy.nightly.id
}

resource "tencentcloud_image" "golden" {
  # Neither changes: an image that others are given cannot be renamed.
  image_name        = "walk-golden"
  image_description = "of the walk"
  instance_id       = tencentcloud_instance.template.id
  force_poweroff    = true
  tags              = local.tags

  # One operation at a time on the instance.
  depends_on = [tencentcloud_cbs_snapshot.first]
}

resource "tencentcloud_cvm_image_share_permission" "golden" {
  image_id    = tencentcloud_image.golden.id
  account_ids = [var.neighbour]
}

resource "tencentcloud_cvm_sync_image" "golden" {
  image_id            = tencentcloud_image.golden.id
  destination_regions = ["ap-shanghai"]
}

resource "tencentcloud_instance" "launched" {
  instance_name     = "launched"
  availability_zone = local.zone
  image_id          = var.changed ? data.tencentcloud_images.public.images[0].image_id : tencentcloud_image.golden.id
  instance_type     = data.tencentcloud_instance_types.small.instance_types[0].instance_type
  vpc_id            = tencentcloud_vpc.this.id
  subnet_id         = tencentcloud_subnet.one.id
  system_disk_type  = "CLOUD_PREMIUM"
  system_disk_size  = 100
  key_ids           = [tencentcloud_key_pair.imported.id]
}

variable "neighbour" {
  type = string
}

variable "other" {
  type = string
}
