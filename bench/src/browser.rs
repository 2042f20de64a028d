//! Scripts that measure in a real browser: each prints its own lines.

use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// Runs `bench/browser/NAME.mjs` with these arguments, while the server goes on beside it.
pub async fn run(name: &'static str, arguments: Vec<String>) -> Result<()> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("browser")
        .join(format!("{name}.mjs"));
    let told = tokio::task::spawn_blocking(move || {
        Command::new("node").arg(script).args(arguments).output()
    });
    match told.await? {
        Ok(output) if output.status.success() => {
            print!("{}", String::from_utf8_lossy(&output.stdout));
        }
        Ok(output) => println!(
            "  not measured: {}",
            String::from_utf8_lossy(&output.stderr)
        ),
        Err(error) => println!("  not measured, there is no Node.js here: {error}"),
    }
    Ok(())
}
