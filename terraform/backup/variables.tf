# General

variable "name" {
  description = <<-EOT
    Name of the vault and the plan. A vault that holds something cannot be renamed: AWS refuses to delete the old
    one. Names of resources begin with it; changing it replaces them.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 42 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "tags" {
  description = "Tags for every resource of the module."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])
    error_message = join(" ", [
      "tags keys must be letters, digits, spaces and _ .",
      ": / = + - @ (wrong:",
      "${join(", ", [for key in keys(var.tags) : key if !can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.tags) : length(key) <= 128])
    error_message = "tags must not have keys of more than 128 characters."
  }

  validation {
    condition     = length(merge(var.tags, { Name = "" })) <= 50
    error_message = "tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name."
  }

  validation {
    condition     = alltrue([for key in keys(var.tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition = length(distinct([
      for key in keys(merge(var.tags, { Name = "" })) : lower(key)
    ])) == length([for key in keys(merge(var.tags, { Name = "" })) : lower(key)])
    error_message = "tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one."
  }

  validation {
    condition     = alltrue([for item in values(var.tags) : item != null])
    error_message = "tags[*] must not be null (wrong: ${join(", ", [for key, item in var.tags : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$", item))
      if item != null
    ])
    error_message = "tags[*] must be letters, digits, spaces and _ . : / = + - @."
  }

  validation {
    condition     = alltrue([for item in values(var.tags) : length(item) >= 0 && length(item) <= 256 if item != null])
    error_message = "tags[*] must have 0 to 256 characters."
  }
}

# Plan

variable "rules" {
  description = <<-EOT
    When backups are taken and how long they are kept, by a name of your own. RDS snapshots cost 0.095 USD/month
    for each GiB in us-east-1, copies as much, and the transfer to another region 0.02 USD/GiB.
  EOT
  type = map(object({
    schedule                  = string
    timezone                  = optional(string, "Etc/UTC")
    start_window_minutes      = optional(number, 60)
    completion_window_minutes = optional(number, 480)
    delete_after_days         = optional(number, 35)
    cold_storage_after_days   = optional(number)
    continuous                = optional(bool, false)
    copies = optional(map(object({
      vault_arn               = string
      delete_after_days       = optional(number, 35)
      cold_storage_after_days = optional(number)
    })), {})
  }))
  default  = { daily = { schedule = "cron(0 5 * * ? *)", delete_after_days = 35 }, weekly = { schedule = "cron(0 7 ? * SUN *)", delete_after_days = 90 } }
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.rules) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "rules keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.rules) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.rules) : item != null])
    error_message = "rules[*] must not be null (wrong: ${join(", ", [for key, item in var.rules : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      item.cold_storage_after_days == null ? true : item.delete_after_days >= item.cold_storage_after_days + 90
      if item != null
    ])
    error_message = "rules[*] must have a delete_after_days of at least 90 more than cold_storage_after_days: cold storage is billed for as long."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      !item.continuous || (item.delete_after_days <= 35 && item.cold_storage_after_days == null)
      if item != null
    ])
    error_message = "rules[*] must keep a continuous backup for at most 35 days, and not in cold storage."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) : item.completion_window_minutes >= item.start_window_minutes + 60
      if item != null
    ])
    error_message = "rules[*] must have a completion_window_minutes of at least an hour more than start_window_minutes."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      can(regex(
        join("", [
          "^(cron[(](([*]|[0-5]?[0-9](-[0-5]?[0-9])?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|[0-5]?[0-9](-[0-5]?[0-9])?)",
          "(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*)(,(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20",
          "(((([*]|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|",
          "(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*|L|LW|(0?[1-9]|",
          "[12][0-9]|3[01])W)\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|",
          "1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(0?[1-9]|",
          "1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|",
          "SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20[?]|[?]\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|",
          "MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)",
          "(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-",
          "(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20",
          "((([*]|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*)(,(([*]|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)",
          "(/[1-9][0-9]*)?|/[1-9][0-9]*))*|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)L|([1-7]|SUN|MON|TUE|WED|THU|FRI|",
          "SAT)#[1-5]))\\x20(([*]|(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*)(,(([*]|(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*))*[)])$",
        ]),
        item.schedule,
      ))
      if item != null
    ])
    error_message = join(" ", [
      "rules[*].schedule must be a schedule such as cron(0 5 * * ?",
      "*): cron() with six fields of which the day of the month or that of the week is ?",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) : can(regex("^cron[(][0-5]?[0-9]\\x20", item.schedule))
      if item != null
    ])
    error_message = "rules[*].schedule must have one minute, such as cron(30 * * * ? *): AWS Backup takes a backup once an hour at the most."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      contains(
        split(
          " ",
          join(" ", [
            "CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong",
            "Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland",
            "Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu Africa/Abidjan Africa/Accra",
            "Africa/Addis_Ababa Africa/Algiers Africa/Asmara Africa/Asmera Africa/Bamako Africa/Bangui Africa/Banjul",
            "Africa/Bissau Africa/Blantyre Africa/Brazzaville Africa/Bujumbura Africa/Cairo Africa/Casablanca",
            "Africa/Ceuta Africa/Conakry Africa/Dakar Africa/Dar_es_Salaam Africa/Djibouti Africa/Douala",
            "Africa/El_Aaiun Africa/Freetown Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba",
            "Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Lome",
            "Africa/Luanda Africa/Lubumbashi Africa/Lusaka Africa/Malabo Africa/Maputo Africa/Maseru Africa/Mbabane",
            "Africa/Mogadishu Africa/Monrovia Africa/Nairobi Africa/Ndjamena Africa/Niamey Africa/Nouakchott",
            "Africa/Ouagadougou Africa/Porto-Novo Africa/Sao_Tome Africa/Timbuktu Africa/Tripoli Africa/Tunis",
            "Africa/Windhoek America/Adak America/Anchorage America/Anguilla America/Antigua America/Araguaina",
            "America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia",
            "America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza",
            "America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan",
            "America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Aruba",
            "America/Asuncion America/Atikokan America/Atka America/Bahia America/Bahia_Banderas America/Barbados",
            "America/Belem America/Belize America/Blanc-Sablon America/Boa_Vista America/Bogota America/Boise",
            "America/Buenos_Aires America/Cambridge_Bay America/Campo_Grande America/Cancun America/Caracas",
            "America/Catamarca America/Cayenne America/Cayman America/Chicago America/Chihuahua America/Ciudad_Juarez",
            "America/Coral_Harbour America/Cordoba America/Costa_Rica America/Coyhaique America/Creston America/Cuiaba",
            "America/Curacao America/Danmarkshavn America/Dawson America/Dawson_Creek America/Denver America/Detroit",
            "America/Dominica America/Edmonton America/Eirunepe America/El_Salvador America/Ensenada",
            "America/Fort_Nelson America/Fort_Wayne America/Fortaleza America/Glace_Bay America/Godthab",
            "America/Goose_Bay America/Grand_Turk America/Grenada America/Guadeloupe America/Guatemala",
            "America/Guayaquil America/Guyana America/Halifax America/Havana America/Hermosillo",
            "America/Indiana/Indianapolis America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg",
            "America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac",
            "America/Indianapolis America/Inuvik America/Iqaluit America/Jamaica America/Jujuy America/Juneau",
            "America/Kentucky/Louisville America/Kentucky/Monticello America/Knox_IN America/Kralendijk America/La_Paz",
            "America/Lima America/Los_Angeles America/Louisville America/Lower_Princes America/Maceio America/Managua",
            "America/Manaus America/Marigot America/Martinique America/Matamoros America/Mazatlan America/Mendoza",
            "America/Menominee America/Merida America/Metlakatla America/Mexico_City America/Miquelon America/Moncton",
            "America/Monterrey America/Montevideo America/Montreal America/Montserrat America/Nassau America/New_York",
            "America/Nipigon America/Nome America/Noronha America/North_Dakota/Beulah America/North_Dakota/Center",
            "America/North_Dakota/New_Salem America/Nuuk America/Ojinaga America/Panama America/Pangnirtung",
            "America/Paramaribo America/Phoenix America/Port-au-Prince America/Port_of_Spain America/Porto_Acre",
            "America/Porto_Velho America/Puerto_Rico America/Punta_Arenas America/Rainy_River America/Rankin_Inlet",
            "America/Recife America/Regina America/Resolute America/Rio_Branco America/Rosario America/Santa_Isabel",
            "America/Santarem America/Santiago America/Santo_Domingo America/Sao_Paulo America/Scoresbysund",
            "America/Shiprock America/Sitka America/St_Barthelemy America/St_Johns America/St_Kitts America/St_Lucia",
            "America/St_Thomas America/St_Vincent America/Swift_Current America/Tegucigalpa America/Thule",
            "America/Thunder_Bay America/Tijuana America/Toronto America/Tortola America/Vancouver America/Virgin",
            "America/Whitehorse America/Winnipeg America/Yakutat America/Yellowknife Antarctica/Casey Antarctica/Davis",
            "Antarctica/DumontDUrville Antarctica/Macquarie Antarctica/Mawson Antarctica/McMurdo Antarctica/Palmer",
            "Antarctica/Rothera Antarctica/South_Pole Antarctica/Syowa Antarctica/Troll Antarctica/Vostok",
            "Arctic/Longyearbyen Asia/Aden Asia/Almaty Asia/Amman Asia/Anadyr Asia/Aqtau Asia/Aqtobe Asia/Ashgabat",
            "Asia/Ashkhabad Asia/Atyrau Asia/Baghdad Asia/Bahrain Asia/Baku Asia/Bangkok Asia/Barnaul Asia/Beirut",
            "Asia/Bishkek Asia/Brunei Asia/Calcutta Asia/Chita Asia/Choibalsan Asia/Chongqing Asia/Chungking",
            "Asia/Colombo Asia/Dacca Asia/Damascus Asia/Dhaka Asia/Dili Asia/Dubai Asia/Dushanbe Asia/Famagusta",
            "Asia/Gaza Asia/Harbin Asia/Hebron Asia/Ho_Chi_Minh Asia/Hong_Kong Asia/Hovd Asia/Irkutsk Asia/Istanbul",
            "Asia/Jakarta Asia/Jayapura Asia/Jerusalem Asia/Kabul Asia/Kamchatka Asia/Karachi Asia/Kashgar",
            "Asia/Kathmandu Asia/Katmandu Asia/Khandyga Asia/Kolkata Asia/Krasnoyarsk Asia/Kuala_Lumpur Asia/Kuching",
            "Asia/Kuwait Asia/Macao Asia/Macau Asia/Magadan Asia/Makassar Asia/Manila Asia/Muscat Asia/Nicosia",
            "Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk Asia/Oral Asia/Phnom_Penh Asia/Pontianak Asia/Pyongyang",
            "Asia/Qatar Asia/Qostanay Asia/Qyzylorda Asia/Rangoon Asia/Riyadh Asia/Saigon Asia/Sakhalin Asia/Samarkand",
            "Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Srednekolymsk Asia/Taipei Asia/Tashkent Asia/Tbilisi",
            "Asia/Tehran Asia/Tel_Aviv Asia/Thimbu Asia/Thimphu Asia/Tokyo Asia/Tomsk Asia/Ujung_Pandang",
            "Asia/Ulaanbaatar Asia/Ulan_Bator Asia/Urumqi Asia/Ust-Nera Asia/Vientiane Asia/Vladivostok Asia/Yakutsk",
            "Asia/Yangon Asia/Yekaterinburg Asia/Yerevan Atlantic/Azores Atlantic/Bermuda Atlantic/Canary",
            "Atlantic/Cape_Verde Atlantic/Faeroe Atlantic/Faroe Atlantic/Jan_Mayen Atlantic/Madeira Atlantic/Reykjavik",
            "Atlantic/South_Georgia Atlantic/St_Helena Atlantic/Stanley Australia/ACT Australia/Adelaide",
            "Australia/Brisbane Australia/Broken_Hill Australia/Canberra Australia/Currie Australia/Darwin",
            "Australia/Eucla Australia/Hobart Australia/LHI Australia/Lindeman Australia/Lord_Howe Australia/Melbourne",
            "Australia/NSW Australia/North Australia/Perth Australia/Queensland Australia/South Australia/Sydney",
            "Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Brazil/Acre Brazil/DeNoronha",
            "Brazil/East Brazil/West Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland",
            "Canada/Pacific Canada/Saskatchewan Canada/Yukon Chile/Continental Chile/EasterIsland Etc/GMT Etc/GMT+0",
            "Etc/GMT+1 Etc/GMT+10 Etc/GMT+11 Etc/GMT+12 Etc/GMT+2 Etc/GMT+3 Etc/GMT+4 Etc/GMT+5 Etc/GMT+6 Etc/GMT+7",
            "Etc/GMT+8 Etc/GMT+9 Etc/GMT-0 Etc/GMT-1 Etc/GMT-10 Etc/GMT-11 Etc/GMT-12 Etc/GMT-13 Etc/GMT-14 Etc/GMT-2",
            "Etc/GMT-3 Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7 Etc/GMT-8 Etc/GMT-9 Etc/GMT0 Etc/Greenwich Etc/UCT",
            "Etc/UTC Etc/Universal Etc/Zulu Europe/Amsterdam Europe/Andorra Europe/Astrakhan Europe/Athens",
            "Europe/Belfast Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Bucharest",
            "Europe/Budapest Europe/Busingen Europe/Chisinau Europe/Copenhagen Europe/Dublin Europe/Gibraltar",
            "Europe/Guernsey Europe/Helsinki Europe/Isle_of_Man Europe/Istanbul Europe/Jersey Europe/Kaliningrad",
            "Europe/Kiev Europe/Kirov Europe/Kyiv Europe/Lisbon Europe/Ljubljana Europe/London Europe/Luxembourg",
            "Europe/Madrid Europe/Malta Europe/Mariehamn Europe/Minsk Europe/Monaco Europe/Moscow Europe/Nicosia",
            "Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Riga Europe/Rome Europe/Samara",
            "Europe/San_Marino Europe/Sarajevo Europe/Saratov Europe/Simferopol Europe/Skopje Europe/Sofia",
            "Europe/Stockholm Europe/Tallinn Europe/Tirane Europe/Tiraspol Europe/Ulyanovsk Europe/Uzhgorod",
            "Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Vilnius Europe/Volgograd Europe/Warsaw Europe/Zagreb",
            "Europe/Zaporozhye Europe/Zurich Indian/Antananarivo Indian/Chagos Indian/Christmas Indian/Cocos",
            "Indian/Comoro Indian/Kerguelen Indian/Mahe Indian/Maldives Indian/Mauritius Indian/Mayotte Indian/Reunion",
            "Mexico/BajaNorte Mexico/BajaSur Mexico/General Pacific/Apia Pacific/Auckland Pacific/Bougainville",
            "Pacific/Chatham Pacific/Chuuk Pacific/Easter Pacific/Efate Pacific/Enderbury Pacific/Fakaofo Pacific/Fiji",
            "Pacific/Funafuti Pacific/Galapagos Pacific/Gambier Pacific/Guadalcanal Pacific/Guam Pacific/Honolulu",
            "Pacific/Johnston Pacific/Kanton Pacific/Kiritimati Pacific/Kosrae Pacific/Kwajalein Pacific/Majuro",
            "Pacific/Marquesas Pacific/Midway Pacific/Nauru Pacific/Niue Pacific/Norfolk Pacific/Noumea",
            "Pacific/Pago_Pago Pacific/Palau Pacific/Pitcairn Pacific/Pohnpei Pacific/Ponape Pacific/Port_Moresby",
            "Pacific/Rarotonga Pacific/Saipan Pacific/Samoa Pacific/Tahiti Pacific/Tarawa Pacific/Tongatapu",
            "Pacific/Truk Pacific/Wake Pacific/Wallis Pacific/Yap US/Alaska US/Aleutian US/Arizona US/Central",
            "US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain US/Pacific US/Samoa",
          ]),
        ),
        item.timezone,
      )
      if item != null
    ])
    error_message = join(" ", [
      "rules[*].timezone must be a time zone by its name in the IANA database (as of 2026-10-28),",
      "such as Europe/Berlin, Etc/UTC or UTC.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      floor(item.start_window_minutes) == item.start_window_minutes &&
      item.start_window_minutes >= 60 &&
      item.start_window_minutes <= 10080
      if item != null
    ])
    error_message = "rules[*].start_window_minutes must be a whole number between 60 and 10080 minutes."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      floor(item.completion_window_minutes) == item.completion_window_minutes &&
      item.completion_window_minutes >= 120 &&
      item.completion_window_minutes <= 20160
      if item != null
    ])
    error_message = "rules[*].completion_window_minutes must be a whole number between 120 and 20160 minutes."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      floor(item.delete_after_days) == item.delete_after_days &&
      item.delete_after_days >= 1 &&
      item.delete_after_days <= 36500
      if item != null
    ])
    error_message = "rules[*].delete_after_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      (
        item.cold_storage_after_days == null
        ? true
        : (
          floor(item.cold_storage_after_days) == item.cold_storage_after_days &&
          item.cold_storage_after_days >= 1 &&
          item.cold_storage_after_days <= 36500
        )
      )
      if item != null
    ])
    error_message = "rules[*].cold_storage_after_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([for key in keys(item.copies) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
      if item != null
    ])
    error_message = "rules[*].copies keys must be 1 to 40 lower-case letters, digits and hyphens."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) : alltrue([for item in values(item.copies) : item != null])
      if item != null
    ])
    error_message = "rules[*].copies[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([
        for item in values(item.copies) :
        item.cold_storage_after_days == null ? true : item.delete_after_days >= item.cold_storage_after_days + 90
        if item != null
      ])
      if item != null
    ])
    error_message = join(" ", [
      "rules[*].copies[*] must have a delete_after_days of at least 90 more than cold_storage_after_days:",
      "cold storage is billed for as long.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([
        for item in values(item.copies) :
        can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:backup:[a-z0-9-]+:[0-9]{12}:backup-vault:[A-Za-z0-9+=,.@_/!#-]+$",
          item.vault_arn,
        ))
        if item != null
      ])
      if item != null
    ])
    error_message = "rules[*].copies[*].vault_arn must be an ARN of backup."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([
        for item in values(item.copies) : length(item.vault_arn) >= 1 && length(item.vault_arn) <= 2048
        if item != null
      ])
      if item != null
    ])
    error_message = "rules[*].copies[*].vault_arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([
        for item in values(item.copies) :
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.vault_arn))
        if item != null
      ])
      if item != null
    ])
    error_message = join("", [
      "rules[*].copies[*].vault_arn must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.rules) :
        flatten([
          for item in values(item.copies) : [item.vault_arn]
          if(
            item == null
            ? false
            : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.vault_arn))
          )
        ])
        if(
          item == null
          ? false
          : !alltrue([
            for item in values(item.copies) :
            can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.vault_arn))
            if item != null
          ])
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([
        for item in values(item.copies) :
        floor(item.delete_after_days) == item.delete_after_days &&
        item.delete_after_days >= 1 &&
        item.delete_after_days <= 36500
        if item != null
      ])
      if item != null
    ])
    error_message = "rules[*].copies[*].delete_after_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.rules) :
      alltrue([
        for item in values(item.copies) :
        (
          item.cold_storage_after_days == null
          ? true
          : (
            floor(item.cold_storage_after_days) == item.cold_storage_after_days &&
            item.cold_storage_after_days >= 1 &&
            item.cold_storage_after_days <= 36500
          )
        )
        if item != null
      ])
      if item != null
    ])
    error_message = "rules[*].copies[*].cold_storage_after_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition     = length(var.rules) > 0
    error_message = "rules must have a rule at least: a plan without one backs nothing up."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : alltrue([
        for rule in values(var.rules) :
        rule.delete_after_days >= var.lock.min_retention_days &&
        rule.delete_after_days <= coalesce(var.lock.max_retention_days, rule.delete_after_days)
      ])
    )
    error_message = join(" ", [
      "rules must keep backups for a time that the lock allows (min_retention_days to max_retention_days):",
      "AWS Backup would refuse each of them.",
    ])
  }
}

variable "recovery_point_tags" {
  description = "Tags that backups get, and their copies, beside those of the resource itself."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.recovery_point_tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])
    error_message = join("", [
      "recovery_point_tags keys must be letters, digits, spaces and _ . : / = + - @ (wrong: ",
      join(", ", [
        for key in keys(var.recovery_point_tags) : key
        if !can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.recovery_point_tags) : length(key) <= 128])
    error_message = "recovery_point_tags must not have keys of more than 128 characters."
  }

  validation {
    condition     = length(merge(var.recovery_point_tags, { Name = "" })) <= 50
    error_message = "recovery_point_tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name."
  }

  validation {
    condition     = alltrue([for key in keys(var.recovery_point_tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "recovery_point_tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition = length(distinct([
      for key in keys(merge(var.recovery_point_tags, { Name = "" })) : lower(key)
    ])) == length([for key in keys(merge(var.recovery_point_tags, { Name = "" })) : lower(key)])
    error_message = "recovery_point_tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one."
  }

  validation {
    condition = alltrue([for item in values(var.recovery_point_tags) : item != null])
    error_message = join(" ", [
      "recovery_point_tags[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.recovery_point_tags : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.recovery_point_tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$", item))
      if item != null
    ])
    error_message = "recovery_point_tags[*] must be letters, digits, spaces and _ . : / = + - @."
  }

  validation {
    condition = alltrue([
      for item in values(var.recovery_point_tags) : length(item) >= 0 && length(item) <= 256
      if item != null
    ])
    error_message = "recovery_point_tags[*] must have 0 to 256 characters."
  }
}

variable "selections" {
  description = <<-EOT
    What is backed up, by a name of your own: resources by ARN (* stands for parts of it), by all of these tags,
    or by both. Resources that are made later are in, where they have the tags.
  EOT
  type = map(object({
    resource_arns = optional(list(string), [])
    tags          = optional(map(string), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.selections) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "selections keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.selections) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.selections) : item != null])
    error_message = "selections[*] must not be null (wrong: ${join(", ", [for key, item in var.selections : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.selections) : length(item.resource_arns) + length(item.tags) > 0
      if item != null
    ])
    error_message = "selections[*] must name resources (resource_arns), tags that they have, or both: it would otherwise be all of the account."
  }

  validation {
    condition = alltrue([
      for item in values(var.selections) : length(item.resource_arns) >= 0 && length(item.resource_arns) <= 500
      if item != null
    ])
    error_message = "selections[*].resource_arns must have 0 to 500 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.selections) : alltrue([for item in item.resource_arns : item != null])
      if item != null
    ])
    error_message = "selections[*].resource_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.selections) :
      alltrue([for item in item.resource_arns : can(regex("^([*]|arn:([*]|aws[a-z-]*):.+)$", item)) if item != null])
      if item != null
    ])
    error_message = "selections[*].resource_arns[*] must be an ARN, in which * stands for any text, or *."
  }

  validation {
    condition = alltrue([
      for item in values(var.selections) :
      alltrue([
        for item in item.resource_arns :
        can(regex("^[*]$", item)) ||
        can(regex(
          join("", [
            "^arn:(${data.aws_partition.current.partition}|[^:]*[*][^:]*):[^:]*:(|${data.aws_region.current.id}|",
            "[^:]*[*][^:]*):(|aws|${data.aws_caller_identity.current.account_id}|[^:]*[*][^:]*):",
          ]),
          item,
        ))
        if item != null
      ])
      if item != null
    ])
    error_message = join("", [
      "selections[*].resource_arns[*] must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.selections) :
        flatten([
          for item in item.resource_arns : [item]
          if(
            item == null
            ? false
            : !(
              can(regex("^[*]$", item)) ||
              can(regex(
                join("", [
                  "^arn:(${data.aws_partition.current.partition}|[^:]*[*][^:]*):[^:]*:(|${data.aws_region.current.id}|",
                  "[^:]*[*][^:]*):(|aws|${data.aws_caller_identity.current.account_id}|[^:]*[*][^:]*):",
                ]),
                item,
              ))
            )
          )
        ])
        if(
          item == null
          ? false
          : !alltrue([
            for item in item.resource_arns :
            can(regex("^[*]$", item)) ||
            can(regex(
              join("", [
                "^arn:(${data.aws_partition.current.partition}|[^:]*[*][^:]*):[^:]*:(|${data.aws_region.current.id}|",
                "[^:]*[*][^:]*):(|aws|${data.aws_caller_identity.current.account_id}|[^:]*[*][^:]*):",
              ]),
              item,
            ))
            if item != null
          ])
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.selections) : alltrue([for item in values(item.tags) : item != null])
      if item != null
    ])
    error_message = "selections[*].tags[*] must not be null."
  }
}

variable "role" {
  description = "Role that backs up and copies. Null makes a role of the module's own."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.role == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
        var.role.arn,
      ))
    )
    error_message = "role.arn must be an ARN of iam."
  }

  validation {
    condition     = var.role == null ? true : length(var.role.arn) >= 1 && length(var.role.arn) <= 2048
    error_message = "role.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.role == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.role.arn,
      ))
    )
    error_message = join(" ", [
      "role.arn must be of account ${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.role == null ? [] : [var.role.arn])}).",
    ])
  }
}

variable "permissions_boundary" {
  description = "Permissions boundary of the module's own role. Null sets none."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9+=,.@_/-]+$",
        var.permissions_boundary.arn,
      ))
    )
    error_message = "permissions_boundary.arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : length(var.permissions_boundary.arn) >= 1 && length(var.permissions_boundary.arn) <= 2048
    )
    error_message = "permissions_boundary.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.permissions_boundary.arn,
      ))
    )
    error_message = join(" ", [
      "permissions_boundary.arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.permissions_boundary == null ? [] : [var.permissions_boundary.arn])}).",
    ])
  }
}

# Vault

variable "kms_key" {
  description = <<-EOT
    KMS key of yours, of the same region, that encrypts the vault and copies of RDS snapshots in it. Null makes a
    key of the module's own (1 USD/month). It cannot change while the vault holds anything, since AWS makes
    another vault for it.
  EOT
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.kms_key == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        var.kms_key.arn,
      ))
    )
    error_message = "kms_key.arn must be an ARN of kms."
  }

  validation {
    condition     = var.kms_key == null ? true : length(var.kms_key.arn) >= 1 && length(var.kms_key.arn) <= 2048
    error_message = "kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.kms_key == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.kms_key.arn,
      ))
    )
    error_message = join(" ", [
      "kms_key.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.kms_key == null ? [] : [var.kms_key.arn])}).",
    ])
  }
}

variable "deletion_role_arns" {
  description = <<-EOT
    Roles that may delete what is in the vault before its time, or shorten that time. Nobody by default,
    administrators included; AWS Backup itself deletes what is old enough. Who may change the vault's policy can
    lift this, which the lock is for.
  EOT
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.deletion_role_arns : item != null])
    error_message = "deletion_role_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.deletion_role_arns :
      can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$", item))
      if item != null
    ])
    error_message = "deletion_role_arns[*] must be an ARN of iam."
  }

  validation {
    condition = alltrue([
      for item in var.deletion_role_arns : length(item) >= 1 && length(item) <= 2048
      if item != null
    ])
    error_message = "deletion_role_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.deletion_role_arns :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "deletion_role_arns[*] must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.deletion_role_arns : [item]
        if item == null ? false : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
      ])),
      ").",
    ])
  }
}

variable "lock" {
  description = <<-EOT
    Locks the vault: nobody deletes what it holds before its time, and AWS Backup refuses backups with another
    retention. A compliance lock cannot be lifted by anybody, AWS included. Null locks nothing.
  EOT
  type = object({
    mode                = optional(string, "governance")
    min_retention_days  = optional(number, 1)
    max_retention_days  = optional(number)
    changeable_for_days = optional(number, 3)
  })
  default = null

  validation {
    condition = (
      var.lock == null
      ? true
      : (var.lock.max_retention_days == null ? true : var.lock.min_retention_days <= var.lock.max_retention_days)
    )
    error_message = "lock must have a min_retention_days of at most max_retention_days."
  }

  validation {
    condition     = var.lock == null ? true : contains(["governance", "compliance"], var.lock.mode)
    error_message = "lock.mode must be one of governance, compliance."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : (
        floor(var.lock.min_retention_days) == var.lock.min_retention_days &&
        var.lock.min_retention_days >= 1 &&
        var.lock.min_retention_days <= 36500
      )
    )
    error_message = "lock.min_retention_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : (
        var.lock.max_retention_days == null
        ? true
        : (
          floor(var.lock.max_retention_days) == var.lock.max_retention_days &&
          var.lock.max_retention_days >= 1 &&
          var.lock.max_retention_days <= 36500
        )
      )
    )
    error_message = "lock.max_retention_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : (
        floor(var.lock.changeable_for_days) == var.lock.changeable_for_days &&
        var.lock.changeable_for_days >= 3 &&
        var.lock.changeable_for_days <= 36500
      )
    )
    error_message = "lock.changeable_for_days must be a whole number between 3 and 36500 days."
  }
}

variable "force_destroy" {
  description = "Opt-in: destroying the vault deletes all that it holds. AWS otherwise refuses to delete a vault that is not empty."
  type        = bool
  default     = false
  nullable    = false
}

# Monitoring

variable "notifications" {
  description = <<-EOT
    SNS topic of the vault's region that is told of jobs; its policy must let backup.amazonaws.com publish. A
    completed job may have failed: the attribute State of the message says so. Null tells nobody.
  EOT
  type = object({
    topic_arn = string
    events    = optional(list(string), ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED"])
  })
  default = null

  validation {
    condition = (
      var.notifications == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        var.notifications.topic_arn,
      ))
    )
    error_message = "notifications.topic_arn must be an ARN of sns."
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : length(var.notifications.topic_arn) >= 1 && length(var.notifications.topic_arn) <= 2048
    )
    error_message = "notifications.topic_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.notifications.topic_arn,
      ))
    )
    error_message = join(" ", [
      "notifications.topic_arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.notifications == null ? [] : [var.notifications.topic_arn])}).",
    ])
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : length(var.notifications.events) >= 1 && length(var.notifications.events) <= 8
    )
    error_message = "notifications.events must have 1 to 8 items."
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : length(distinct(var.notifications.events)) == length(var.notifications.events)
    )
    error_message = "notifications.events must not name the same item twice."
  }

  validation {
    condition     = var.notifications == null ? true : alltrue([for item in var.notifications.events : item != null])
    error_message = "notifications.events[*] must not be null."
  }

  validation {
    condition = var.notifications == null ? true : alltrue([
      for item in var.notifications.events :
      contains(
        [
          "BACKUP_JOB_STARTED",
          "BACKUP_JOB_COMPLETED",
          "COPY_JOB_STARTED",
          "COPY_JOB_SUCCESSFUL",
          "COPY_JOB_FAILED",
          "RESTORE_JOB_STARTED",
          "RESTORE_JOB_COMPLETED",
          "RECOVERY_POINT_MODIFIED",
        ],
        item,
      )
      if item != null
    ])
    error_message = join(" ", [
      "notifications.events[*] must be one of BACKUP_JOB_STARTED, BACKUP_JOB_COMPLETED, COPY_JOB_STARTED,",
      "COPY_JOB_SUCCESSFUL, COPY_JOB_FAILED, RESTORE_JOB_STARTED, RESTORE_JOB_COMPLETED, RECOVERY_POINT_MODIFIED.",
    ])
  }
}

variable "alarms" {
  description = <<-EOT
    Alarms of this region, on jobs that failed or ran out of time, and the SNS topics that they tell. They say
    that something went wrong, not that nothing happens any more: the age of a copy is measured where it is, see
    recovery-watch. Null makes none; 0.10 USD/month each.
  EOT
  type = object({
    topic_arns = optional(list(string), [])
  })
  default = null

  validation {
    condition     = var.alarms == null ? true : length(var.alarms.topic_arns) >= 0 && length(var.alarms.topic_arns) <= 5
    error_message = "alarms.topic_arns must have 0 to 5 items."
  }

  validation {
    condition     = var.alarms == null ? true : length(distinct(var.alarms.topic_arns)) == length(var.alarms.topic_arns)
    error_message = "alarms.topic_arns must not name the same item twice."
  }

  validation {
    condition     = var.alarms == null ? true : alltrue([for item in var.alarms.topic_arns : item != null])
    error_message = "alarms.topic_arns[*] must not be null."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : alltrue([
        for item in var.alarms.topic_arns :
        can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
          item,
        ))
        if item != null
      ])
    )
    error_message = "alarms.topic_arns[*] must be an ARN of sns."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : alltrue([for item in var.alarms.topic_arns : length(item) >= 1 && length(item) <= 2048 if item != null])
    )
    error_message = "alarms.topic_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : alltrue([
        for item in var.alarms.topic_arns :
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
        if item != null
      ])
    )
    error_message = join("", [
      "alarms.topic_arns[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.alarms == null
          ? []
          : flatten([
            for item in var.alarms.topic_arns : [item]
            if(
              item == null
              ? false
              : !can(regex(
                "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
                item,
              ))
            )
          ])
        ),
      ),
      ").",
    ])
  }
}
