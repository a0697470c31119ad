// The machine's fonts, so that the page loads nothing from other sites.
const sans = "system-ui, sans-serif";
const mono = "ui-monospace, monospace";

Redoc.init(
  "/openapi.yaml",
  {
    expandResponses: "200,201,202",
    hideHostname: true,
    jsonSampleExpandLevel: "all",
    nativeScrollbars: true,
    sideNavStyle: "id-only",
    theme: {
      colors: { primary: { main: "#1f5c99" }, text: { primary: "#23303b" } },
      rightPanel: { backgroundColor: "#1f2a33" },
      sidebar: { width: "250px" },
      spacing: { sectionVertical: 20 },
      typography: {
        fontFamily: sans,
        fontSize: "15px",
        headings: { fontFamily: sans },
        code: { fontFamily: mono, color: "#23303b", backgroundColor: "#eef1f4" },
      },
    },
  },
  document.getElementById("reference"),
);
