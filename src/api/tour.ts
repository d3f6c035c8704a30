/** The queries that GraphiQL opens with, each with the name of what it asks for: a tour of the API. */
export const tour: readonly string[] = [
  `# High and critical detections of exfiltration that nobody has closed, newest first.
query Exfiltration {
  detections(
    filter: {
      attack: { any: ["attack.exfiltration"] }
      severity: { gte: HIGH }
      status: { in: [NEW, IN_PROGRESS] }
    }
    first: 20
  ) {
    totalCount {
      value
      isExact
    }
    nodes {
      time
      severity
      host
      user
      rule {
        title
      }
      techniques {
        id
        name
      }
      evidence {
        field
        value
        pattern
      }
    }
  }
}
`,
  `# What a dashboard shows of this week. Only what is asked for is computed.
query Dashboard {
  detectionStats(range: { from: "-P7D" }) {
    total
    totalChange
    histogram(by: SEVERITY) {
      interval
      slots {
        from
        total
      }
      series {
        severity
        counts
      }
    }
    byTechnique(rollUp: true) {
      technique {
        id
        name
      }
      count
    }
    topHosts(first: 5) {
      value
      count
    }
  }
}
`,
  `# The ATT&CK matrix: this week against last.
query HeatMap {
  tactics {
    name
    techniques {
      id
      name
      thisWeek: detectionCount(range: { from: "-P7D" })
      lastWeek: detectionCount(range: { from: "-P14D", to: "-P7D" })
    }
  }
}
`,
  `# One technique: its sub-techniques and the rules that find it.
query Technique {
  technique(id: "T1048") {
    name
    tactics {
      name
    }
    subTechniques {
      id
      name
    }
    rules {
      title
      severity
      state
    }
  }
}
`,
  `# Send an event. The answer has what it caused.
mutation SendAnEvent {
  ingestEvents(
    events: [
      {
        record: {
          Channel: "Security"
          EventID: 4688
          Computer: "WS-014"
          NewProcessName: "C:\\\\Windows\\\\System32\\\\whoami.exe"
          CommandLine: "whoami /all"
        }
      }
    ]
  ) {
    accepted
    rejected {
      code
      message
    }
    detections {
      title
      severity
      techniques
    }
  }
}
`,
  `# Detections as they come, by server-sent events. Stop it with the same button.
subscription Live {
  detectionCreated(filter: { severity: { gte: LOW } }) {
    cursor
    detection {
      time
      severity
      host
      rule {
        title
      }
    }
  }
}
`,
  `# Rules by technique, with whether what arrives has the fields that they need.
query Rules {
  rules(filter: { attack: { any: ["T1048"] } }, first: 20) {
    nodes {
      id
      title
      severity
      coverage {
        verdict
      }
    }
  }
}
`,
  `# Who asks, and what has arrived lately.
query WhatArrives {
  viewer {
    name
    role
  }
  eventKinds {
    count
    kinds(first: 10) {
      kind {
        name
        events
      }
      rules
    }
  }
}
`,
];
