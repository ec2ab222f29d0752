# Addresses, interfaces, gateways, routes and filters, at Tencent Cloud. `changed` is the second
# apply: names, bandwidths, rules and routes are others, and an address goes from one to another.
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
  cidr_block = "10.30.0.0/16"
}

resource "tencentcloud_route_table" "private" {
  vpc_id = tencentcloud_vpc.this.id
  name   = local.name
  tags   = local.tags
}

resource "tencentcloud_subnet" "front" {
  vpc_id            = tencentcloud_vpc.this.id
  name              = "front"
  availability_zone = local.zone
  cidr_block        = "10.30.1.0/24"
}

resource "tencentcloud_subnet" "back" {
  vpc_id            = tencentcloud_vpc.this.id
  name              = "back"
  availability_zone = local.zone
  cidr_block        = "10.30.2.0/24"
  route_table_id    = tencentcloud_route_table.private.id
}

resource "tencentcloud_security_group" "this" {
  name = "walk"
}

resource "tencentcloud_instance" "this" {
  instance_name           = "walk"
  availability_zone       = local.zone
  image_id                = data.tencentcloud_images.public.images[0].image_id
  instance_type           = data.tencentcloud_instance_types.small.instance_types[0].instance_type
  vpc_id                  = tencentcloud_vpc.this.id
  subnet_id               = tencentcloud_subnet.front.id
  orderly_security_groups = [tencentcloud_security_group.this.id]
  system_disk_type        = "CLOUD_PREMIUM"
}

resource "tencentcloud_eip" "of_instance" {
  name                       = local.name
  internet_charge_type       = "TRAFFIC_POSTPAID_BY_HOUR"
  internet_max_bandwidth_out = var.changed ? 20 : 10
  type                       = "EIP"
  tags                       = local.tags
}

resource "tencentcloud_eip_association" "of_instance" {
  eip_id      = tencentcloud_eip.of_instance.id
  instance_id = tencentcloud_instance.this.id
}

resource "tencentcloud_eni" "second" {
  name            = local.name
  description     = var.changed ? "of the second apply" : "of the first apply"
  vpc_id          = tencentcloud_vpc.this.id
  subnet_id       = tencentcloud_subnet.back.id
  ipv4_count      = var.changed ? 3 : 2
  security_groups = [tencentcloud_security_group.this.id]
  tags            = local.tags
}

resource "tencentcloud_eni_attachment" "second" {
  eni_id      = tencentcloud_eni.second.id
  instance_id = tencentcloud_instance.this.id
}

resource "tencentcloud_eip" "of_gateway" {
  count                      = 2
  name                       = "gateway-${count.index}"
  internet_charge_type       = "TRAFFIC_POSTPAID_BY_HOUR"
  internet_max_bandwidth_out = 100
}

resource "tencentcloud_nat_gateway" "this" {
  vpc_id           = tencentcloud_vpc.this.id
  name             = local.name
  bandwidth        = var.changed ? 200 : 100
  max_concurrent   = 1000000
  assigned_eip_set = var.changed ? tencentcloud_eip.of_gateway[*].public_ip : [tencentcloud_eip.of_gateway[0].public_ip]
  tags             = local.tags
}

resource "tencentcloud_dnat" "web" {
  vpc_id       = tencentcloud_vpc.this.id
  nat_id       = tencentcloud_nat_gateway.this.id
  protocol     = "TCP"
  elastic_ip   = tencentcloud_eip.of_gateway[0].public_ip
  elastic_port = 80
  private_ip   = tencentcloud_instance.this.private_ip
  private_port = 8080
  description  = local.name
}

resource "tencentcloud_nat_gateway_snat" "back" {
  nat_gateway_id    = tencentcloud_nat_gateway.this.id
  resource_type     = "SUBNET"
  subnet_id         = tencentcloud_subnet.back.id
  subnet_cidr_block = tencentcloud_subnet.back.cidr_block
  description       = local.name
  public_ip_addr    = [tencentcloud_eip.of_gateway[0].public_ip]
}

resource "tencentcloud_route_table_entry" "out" {
  route_table_id         = tencentcloud_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  next_type              = "NAT"
  next_hub               = tencentcloud_nat_gateway.this.id
  description            = "out"
}

resource "tencentcloud_ha_vip" "this" {
  name      = local.name
  vpc_id    = tencentcloud_vpc.this.id
  subnet_id = tencentcloud_subnet.front.id
  vip       = "10.30.1.100"
}

resource "tencentcloud_eip" "of_vip" {
  name                       = "vip"
  internet_charge_type       = "TRAFFIC_POSTPAID_BY_HOUR"
  internet_max_bandwidth_out = 5
}

resource "tencentcloud_ha_vip_eip_attachment" "this" {
  havip_id   = tencentcloud_ha_vip.this.id
  address_ip = tencentcloud_eip.of_vip.public_ip
}

resource "tencentcloud_ha_vip_instance_attachment" "this" {
  ha_vip_id     = tencentcloud_ha_vip.this.id
  instance_id   = tencentcloud_instance.this.id
  instance_type = "CVM"
}

resource "tencentcloud_reserve_ip_address" "this" {
  vpc_id      = tencentcloud_vpc.this.id
  subnet_id   = tencentcloud_subnet.front.id
  ip_address  = "10.30.1.101"
  name        = local.name
  description = local.name
  tags        = { stage = local.name }
}

resource "tencentcloud_vpc_acl" "this" {
  vpc_id  = tencentcloud_vpc.this.id
  name    = local.name
  ingress = var.changed ? ["ACCEPT#10.30.0.0/16#22#TCP", "DROP#0.0.0.0/0#ALL#ALL"] : ["ACCEPT#10.30.0.0/16#22#TCP"]
  egress  = ["ACCEPT#0.0.0.0/0#ALL#ALL"]
  tags    = local.tags
}

resource "tencentcloud_vpc_acl_attachment" "back" {
  acl_id    = tencentcloud_vpc_acl.this.id
  subnet_id = tencentcloud_subnet.back.id
}

resource "tencentcloud_vpc_bandwidth_package" "this" {
  network_type           = "BGP"
  charge_type            = "TOP5_POSTPAID_BY_MONTH"
  bandwidth_package_name = local.name
  tags                   = local.tags
}

resource "tencentcloud_eip" "of_package" {
  name                       = "package"
  internet_charge_type       = "BANDWIDTH_PACKAGE"
  internet_max_bandwidth_out = 50
  bandwidth_package_id       = tencentcloud_vpc_bandwidth_package.this.id
}

resource "tencentcloud_address_template" "office" {
  name      = local.name
  addresses = var.changed ? ["10.30.0.0/24", "10.30.9.1-10.30.9.9"] : ["10.30.0.0/24"]
}

resource "tencentcloud_address_template_group" "all" {
  name         = local.name
  template_ids = [tencentcloud_address_template.office.id]
}

resource "tencentcloud_protocol_template" "web" {
  name      = local.name
  protocols = var.changed ? ["tcp:80,443", "udp:all"] : ["tcp:80"]
}

resource "tencentcloud_protocol_template_group" "all" {
  name         = local.name
  template_ids = [tencentcloud_protocol_template.web.id]
}

resource "tencentcloud_security_group" "templated" {
  name = "templated"
}

resource "tencentcloud_security_group_rule_set" "templated" {
  security_group_id = tencentcloud_security_group.templated.id

  ingress {
    action                 = "ACCEPT"
    address_template_group = tencentcloud_address_template_group.all.id
    service_template_id    = tencentcloud_protocol_template.web.id
    description            = local.name
  }
  egress {
    action              = "ACCEPT"
    address_template_id = tencentcloud_address_template.office.id
    protocol            = "TCP"
    port                = "80"
  }
}
